"""Cards by this program and by others, in one run: time, memory and size as ratios to ours.

    python3 benches/peers/compare.py target/release/kpj [CARDS]

Ours is the whole issue: the list is read and checked, cards and receipt are written, everything is stored and synced.
The others only draw the cards, from a CSV that needs no checking. Every file is read back: each card number must be in
its text. Needs pdftotext; a peer that is not installed is said to be missing (pip: reportlab, fpdf2, qrcode, typst;
Debian package: glabels).
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import cards

RUNS = 3
# a run that takes longer is not repeated
LONG = 20.0
# gLabels draws a fraction of the cards, and its times and sizes are scaled up: all of them would take an hour
PART = {"glabels": 20}
PEERS = {
    "reportlab": ["reportlab"],
    "fpdf2": ["fpdf", "qrcode"],
    "typst": ["typst"],
    "glabels": [],
}


def measured(command, environment):
    """Wall and CPU seconds and peak MiB of a program and the children it waited for."""
    begin = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begin
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command}: {error.decode(errors='replace')[-500:]}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def missing(peer):
    for module in PEERS[peer]:
        if subprocess.run([sys.executable, "-c", f"import {module}"], stderr=subprocess.DEVNULL).returncode:
            return module
    if peer == "glabels" and subprocess.run(["which", "glabels-3-batch"], stdout=subprocess.DEVNULL).returncode:
        return "glabels-3-batch"
    return None


def sample(kpj, folder, count):
    workers = folder / f"{count}.xlsx"
    subprocess.run([kpj, "sample", workers, "--rows", str(count)], check=True, stdout=subprocess.DEVNULL)
    return workers


def issue(kpj, folder, workers, paper, design, run):
    """Issues into an archive of its own; gives the measurement and the cards' file."""
    data = folder / f"data-{workers.stem}-{paper}-{design}-{run}"
    base = [kpj, "--data-dir", data]
    template = cards.HERE / f"kpj-{design}.toml"
    subprocess.run([*base, "template", "import", template, "--name", design], check=True, stdout=subprocess.DEVNULL)
    took = measured([*base, "issue", workers, "--paper", paper, "--template", design, "--accept-warnings"], None)
    return took, next((data / "documents").glob("*/*_KPJ.pdf"))


def table_of(rows, path):
    with open(path, "w", encoding="utf-8") as file:
        file.write("kpj,name,nik,birth\n")
        for row in rows:
            birth = "-".join(reversed(row["birth_date"].split("-")))
            file.write(f'{row["kpj"]},"{row["name"]}",{row["nik"]},{birth}\n')
    return path


def check(pdf, numbers):
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True).stdout.decode()
    found = set(text.split())
    absent = sum(number not in found for number in numbers)
    if absent:
        sys.exit(f"{pdf}: {absent} of {len(numbers)} numbers are not in the text")


def main():
    kpj = str(pathlib.Path(sys.argv[1]).resolve())
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    peers = []
    for peer in PEERS:
        lacks = missing(peer)
        if lacks:
            print(f"{peer}: not measured, {lacks} is not installed")
        else:
            peers.append(peer)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        fonts = folder / "fonts.conf"
        fonts.write_text(f"<fontconfig><dir>{cards.FONTS}</dir><cachedir>{folder}</cachedir></fontconfig>")
        environment = dict(os.environ, FONTCONFIG_FILE=str(fonts))

        workers = sample(kpj, folder, count)
        rows = subprocess.run([kpj, "--json", "check", workers], capture_output=True, check=True).stdout
        rows = json.loads(rows)["rows"]
        numbers = [row["kpj"] for row in rows]
        data = {part: table_of(rows[: count // part], folder / f"{part}.csv") for part in {1, *PART.values()}}

        for paper in ("card", "a4"):
            for design in ("plain", "qr"):
                results = {}
                for run in range(RUNS):
                    took, pdf = issue(kpj, folder, workers, paper, design, run)
                    results.setdefault("kpj", []).append((*took, pdf.stat().st_size))
                    if run == 0:
                        check(pdf, numbers)
                    for peer in peers:
                        if (peer, design) == ("typst", "qr"):
                            continue
                        if run > 0 and results[peer][0][0] > LONG:
                            continue
                        part = PART.get(peer, 1)
                        pdf = folder / f"{peer}.pdf"
                        script = [sys.executable, cards.HERE / f"{peer}_cards.py", data[part], pdf, paper, design]
                        wall, cpu, peak = measured(script, environment)
                        size = pdf.stat().st_size
                        results.setdefault(peer, []).append((wall * part, cpu * part, peak, size * part))
                        if run == 0:
                            check(pdf, numbers[: count // part])
                table(f"{count} cards on {paper}, {design}", results)

        small = statistics.median(issue(kpj, folder, workers, "card", "qr", f"m{run}")[0][2] for run in range(RUNS))
        twice = sample(kpj, folder, 2 * count)
        large = statistics.median(issue(kpj, folder, twice, "card", "qr", f"m{run}")[0][2] for run in range(RUNS))
        print(f"\nkpj, memory that each further card takes: {(large - small) * 1024 / count:.2f} KiB")


def table(title, results):
    ours = [statistics.median(values) for values in zip(*results["kpj"])]
    print(f"\n{title:<28} {'wall':>14} {'CPU':>14} {'peak memory':>16} {'file':>15}")
    for peer, runs in results.items():
        values = [statistics.median(values) for values in zip(*runs)]
        ratios = [value / our for value, our in zip(values, ours)]
        units = [f"{values[0]:.2f} s", f"{values[1]:.2f} s", f"{values[2]:.0f} MiB", f"{values[3] / 1e6:.2f} MB"]
        print(f"{peer:<28} " + " ".join(f"{unit:>9} x{ratio:<5.1f}" for unit, ratio in zip(units, ratios)), flush=True)


if __name__ == "__main__":
    main()
