"""An SMTP server for one test: STARTTLS or TLS, a login, and every letter written to a folder as its parts.

Arguments: folder, certificate, key, "tls" or "starttls". Prints its port, then serves until it is killed. A letter to
an address that begins with "refuse" is refused.
"""

import asyncio
import email
import email.policy
import json
import pathlib
import ssl
import sys

from aiosmtpd.smtp import AuthResult, SMTP

folder, certificate, key, security = sys.argv[1:5]
folder = pathlib.Path(folder)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)


class Letters:
    count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refuse"):
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        Letters.count += 1
        message = email.message_from_bytes(envelope.content, policy=email.policy.SMTP)
        place = folder / str(Letters.count)
        place.mkdir()
        names = []
        for part in message.iter_attachments():
            names.append(part.get_filename())
            (place / part.get_filename()).write_bytes(part.get_content())
        said = {
            "from": str(message["from"]),
            "to": str(message["to"]),
            "subject": str(message["subject"]),
            "body": message.get_body(("plain",)).get_content(),
            "attachments": names,
            "login": session.auth_data.login.decode() if session.auth_data else None,
            "encrypted": session.ssl is not None or security == "tls",
            "recipients": envelope.rcpt_tos,
        }
        (place / "letter.json").write_text(json.dumps(said))
        return "250 taken over"


def login(server, session, envelope, mechanism, data):
    known = data.login == b"kantor" and data.password == b"rahasia"
    return AuthResult(success=known, handled=False, auth_data=data)


def session():
    starttls = security == "starttls"
    return SMTP(
        Letters(),
        hostname="localhost",
        authenticator=login,
        auth_required=True,
        auth_require_tls=starttls,
        require_starttls=starttls,
        tls_context=context if starttls else None,
    )


async def main():
    at_once = context if security == "tls" else None
    loop = asyncio.get_running_loop()
    server = await loop.create_server(session, host="127.0.0.1", port=0, ssl=at_once)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
