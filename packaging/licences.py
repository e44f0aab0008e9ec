"""licences.py METADATA: prints the licences of all that the program is made of, each text once with whom it is for.

METADATA is what `cargo metadata` says. What belongs to the program is what its [dependencies] lead to in Cargo.lock: a
little more than what any one system links, for Cargo.lock does not say for which system or for what a crate needs another.
Where a crate offers several licences the first of CHOICE is taken, which keeps the texts few."""

import collections
import json
import pathlib
import re
import sys
import textwrap
import tomllib

CHOICE = ["Apache-2.0", "MIT", "0BSD", "BSD-3-Clause", "BSD-2-Clause", "Zlib", "ISC", "BSL-1.0", "CC0-1.0", "Unicode-3.0",
          "MPL-2.0"]
# How a licence calls itself in the names of files and in its text.
WORDS = {"Apache-2.0": "apache license", "MIT": "permission is hereby granted, free of charge", "0BSD": "permission to use",
         "BSD-3-Clause": "redistribution and use", "BSD-2-Clause": "redistribution and use", "Zlib": "as-is",
         "ISC": "permission to use", "BSL-1.0": "boost software license", "CC0-1.0": "cc0 1.0",
         "Unicode-3.0": "unicode license", "MPL-2.0": "mozilla public license"}
NAMES = {"Apache-2.0": "Apache License 2.0", "MIT": "MIT License", "0BSD": "Zero-Clause BSD", "Zlib": "zlib License",
         "BSD-3-Clause": "BSD 3-Clause", "BSD-2-Clause": "BSD 2-Clause", "ISC": "ISC License",
         "BSL-1.0": "Boost Software License 1.0", "CC0-1.0": "Creative Commons Zero 1.0", "Unicode-3.0": "Unicode License 3",
         "MPL-2.0": "Mozilla Public License 2.0", "OFL-1.1": "SIL Open Font License 1.1",
         "ZPL-2.1": "Zope Public License 2.1"}
PROJECT = pathlib.Path(__file__).resolve().parent.parent
WIDTH = 100


def linked(root):
    """The packages of Cargo.lock that the program's own [dependencies] lead to, as (name, version)."""
    lock = tomllib.loads((PROJECT / "Cargo.lock").read_text())["package"]
    manifest = tomllib.loads((PROJECT / "Cargo.toml").read_text())
    by_name = collections.defaultdict(list)
    for package in lock:
        by_name[package["name"]].append(package)

    def found(word):
        name, _, version = word.partition(" ")
        return [p for p in by_name[name] if version in ("", p["version"])]

    tables = [manifest["dependencies"]] + [t.get("dependencies", {}) for t in manifest.get("target", {}).values()]
    wanted = {name for table in tables for name in table}
    own = next(p for p in lock if p["name"] == root)
    ahead = [p for word in own["dependencies"] if word.split(" ")[0] in wanted for p in found(word)]
    seen = set()
    while ahead:
        package = ahead.pop()
        key = package["name"], package["version"]
        if key not in seen:
            seen.add(key)
            ahead += [p for word in package.get("dependencies", []) for p in found(word)]
    return seen


def chosen(expression):
    """The licences taken of an expression such as `(MIT OR Apache-2.0) AND Unicode-3.0`."""
    taken = []
    for part in re.split(r"\s+AND\s+", expression.replace("/", " OR ")):
        offered = [word.strip() for word in re.split(r"\s+OR\s+", part.strip("() "))]
        taken.append(next((choice for choice in CHOICE if choice in offered), None))
        if taken[-1] is None:
            sys.exit(f"no licence of CHOICE among “{expression}”")
    return taken


def plain(text):
    """A text in one form: without a mark at its start, spaces at ends of lines, frames of comments, rulers."""
    lines = [line.strip().strip("*#/").strip() for line in text.lstrip("\ufeff").replace("\r", "").split("\n")]
    lines = [line if line.strip("-=_") else "" for line in lines]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


OWNER = re.compile(r"^(portions )?(copyright\s*(\(c\)|©|\[?\d{4})|(\(c\)|©)\s*\[?\d{4})", re.IGNORECASE)
TITLE = re.compile(r"^((the )?[\w .-]*(licen[sc]e|apache-2\.0|mit|bsd)[\w .,()-]*|copyright and permission notice|"
                   r"all rights reserved\.?)$", re.IGNORECASE)


def parted(text):
    """The lines at the head of a licence that name owners, and all the rest, which many share, in paragraphs."""
    owners, rest, is_head = [], [], True
    for line in plain(text).split("\n"):
        if is_head and OWNER.match(line):
            owners.append(re.sub(r"\s*all rights reserved\.?", "", line, flags=re.IGNORECASE).rstrip(" ,"))
        elif is_head and (not line or (TITLE.match(line) and len(line) < 60)):
            continue
        else:
            is_head = False
            rest.append(line)
    return list(dict.fromkeys(owners)), paragraphs("\n".join(rest))


def paragraphs(text):
    """A text with each paragraph in one line."""
    return "\n\n".join(" ".join(p.split()) for p in text.split("\n\n") if p.strip())


def same(text):
    """What two texts have in common that differ only in quotes, stops and capitals."""
    return re.sub(r"[\W_]+", " ", text.lower()).strip()


def texts(package):
    """The files of a crate that hold licences."""
    folder = pathlib.Path(package["manifest_path"]).parent
    names = re.compile(r"^(un)?(licen[cs]e|copying|copyright|notice)", re.IGNORECASE)
    places = [folder, *(f for f in folder.iterdir() if f.is_dir() and f.name.lower() in ("license", "licenses"))]
    files = {file for place in places for file in place.iterdir()
             if file.is_file() and (names.match(file.name) or place != folder)}
    if package.get("license_file"):
        files.add(folder / package["license_file"])
    return {file.name: file.read_text(errors="replace") for file in sorted(files) if file.exists()}


def is_of(licence, name, text):
    """Whether a file holds the text of a licence."""
    lower = " ".join(text.lower().split())
    if WORDS[licence] not in lower:
        return False
    if licence == "BSD-3-Clause":
        return "neither the name" in lower or "endorse or promote" in lower
    if licence == "ISC":
        return "provided that the above copyright notice" in lower
    if licence == "Zlib":
        return "altered source versions" in lower
    return licence == "Apache-2.0" or "apache license" not in lower or name.lower() in ("license", "license.txt")


def wrapped(text, indent="  "):
    """Paragraphs in lines that a small window shows whole."""
    return "\n\n".join(textwrap.fill(p, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False,
                                     break_on_hyphens=False) for p in text.split("\n\n"))


class Licence:
    """One licence: its texts as they differ, each with whom it is for."""

    def __init__(self):
        self.texts = {}  # what a text has in common with others → the text as it was first met
        self.holders = collections.defaultdict(list)  # the same → (label, owners)

    def add(self, label, owners, text):
        key = same(text)
        self.texts.setdefault(key, text)
        self.holders[key].append((label, owners))

    def settle(self):
        """Who brings no text has the one most have."""
        full = [key for key in self.holders if key]
        if "" in self.holders and full:
            usual = max(full, key=lambda key: len(self.holders[key]))
            self.holders[usual] += self.holders.pop("")

    def print(self, name):
        self.settle()
        for key, holders in sorted(self.holders.items(), key=lambda entry: -len(entry[1])):
            print(f"\n\n== {name}\n")
            by_owners = collections.defaultdict(list)
            for label, owners in sorted(holders):
                by_owners[tuple(owners)].append(label)
            for owners, labels in by_owners.items():
                # A crate and its version stay in one line: the test looks for them so.
                print(wrapped(", ".join(labels).replace(" ", "\u2060").replace(",\u2060", ", "), "").replace("\u2060", " "))
                for owner in owners:
                    print(wrapped(owner, "    "))
            if key:
                print("\n" + wrapped(self.texts[key]))


def own_parts(licences):
    """What is no crate: typefaces, icons, SQLite, what the compilers add."""
    assets = PROJECT / "assets"
    for label, file in [("Phông chữ Tinos", "Tinos-OFL.txt"), ("Phông chữ Be Vietnam Pro", "BeVietnamPro-OFL.txt"),
                        ("Phông chữ Trang Trọng, từ Playfair Display", "TrangTrong-OFL.txt")]:
        owners, text = parted((assets / "fonts" / file).read_text())
        # What stands before the licence names the same licence, and where it is explained.
        licences["OFL-1.1"].add(label, owners, text[text.index("PREAMBLE"):])
    lucide, _, feather = (assets / "icons" / "Lucide-LICENSE.txt").read_text().partition("\n---\n")
    owners, text = parted(lucide)
    licences["ISC"].add("Biểu tượng Lucide", owners, text)
    owners, text = parted(feather[feather.index("The MIT License"):])
    licences["MIT"].add("Biểu tượng Lucide vẽ theo Feather", owners, text)
    owners, text = parted((PROJECT / "packaging/windows/mingw-w64-licence.txt").read_text())
    licences["ZPL-2.1"].add("mingw-w64, trong bản cho Windows", owners, text)
    licences["Apache-2.0"].add("Thư viện chuẩn của Rust", [], "")


def main():
    metadata = json.load(open(sys.argv[1]))
    wanted = linked("taphuan")
    packages = sorted((p for p in metadata["packages"] if (p["name"], p["version"]) in wanted),
                      key=lambda p: (p["name"], p["version"]))
    missing = wanted - {(p["name"], p["version"]) for p in packages}
    if missing:
        sys.exit(f"cargo knows nothing of {missing}")

    licences = collections.defaultdict(Licence)
    notices = []
    for package in packages:
        label = f"{package['name']} {package['version']}"
        files = texts(package)
        for licence in chosen(package["license"]):
            fitting = [text for name, text in files.items() if is_of(licence, name, text)]
            if licence == "Apache-2.0":
                # One text for all: the appendix, in which some put their names, is no part of it.
                terms = fitting[0].partition("APPENDIX")[0] if fitting and not licences[licence].texts.get("whole") else ""
                licences[licence].holders["whole"].append((label, []))
                if "END OF TERMS AND CONDITIONS" in terms:
                    licences[licence].texts["whole"] = paragraphs(plain(terms.partition("END OF TERMS")[0]))
                continue
            owners, text = parted(fitting[0]) if fitting else ([], "")
            if not owners and package["authors"]:
                owners = ["Copyright (c) " + ", ".join(re.sub(" *<.*?>", "", author) for author in package["authors"])]
            licences[licence].add(label, owners, text)
        notices += [(label, text) for name, text in files.items() if name.lower().startswith("notice")]
    own_parts(licences)
    licences["Apache-2.0"].holders["whole"] += licences["Apache-2.0"].holders.pop("", [])

    print("GIẤY PHÉP CỦA CÁC PHẦN TRONG TẬP HUẤN\n")
    print(wrapped((PROJECT / "LICENSE").read_text().split("\n")[2] + ". Tập huấn theo giấy phép MIT; toàn văn giấy phép ấy có ở "
                  "mục MIT License dưới đây.", ""))
    print("\n" + wrapped("Tập huấn dùng các thư viện, phông chữ và biểu tượng sau, mỗi phần theo giấy phép ghi cùng nó. Phần nào cho "
                         "chọn giữa nhiều giấy phép thì chọn giấy phép ghi ở đây.", ""))
    print("\n" + wrapped("SQLite không có bản quyền: các tác giả đã từ bỏ (public domain).", ""))
    for licence in sorted(licences, key=lambda licence: -sum(map(len, licences[licence].holders.values()))):
        licences[licence].print(NAMES[licence])
    for label, text in notices:
        print(f"\n\n== NOTICE: {label}\n\n{wrapped(paragraphs(plain(shortened(text, licences))))}")


def shortened(notice, licences):
    """A notice without the whole of a licence that stands above."""
    for name in ("MIT", "Apache-2.0"):
        for text in licences[name].texts.values():
            body = [same(p) for p in text.split("\n\n")]
            kept = [p for p in notice.replace("\r", "").split("\n\n") if same(p) not in body]
            notice = "\n\n".join(kept)
    return notice


main()
