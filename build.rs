//! The typefaces of papers made smaller for the program; and what Windows shows of it before it runs: its icon, its
//! version, and the manifest that tells how it behaves on high-resolution screens.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use flate2::Compression;
use flate2::write::ZlibEncoder;

use winresource::WindowsResource;

const ICON: &str = "assets/icons/taphuan.ico";
const MANIFEST: &str = "packaging/windows/taphuan.manifest";
/// Vietnamese (Viet Nam), the language of the strings below.
const VIETNAMESE: u16 = 0x042a;

/// Half a megabyte less in the program for four milliseconds when the first paper is made.
const TYPEFACES: [&str; 6] = [
    "Tinos-Regular",
    "Tinos-Bold",
    "Tinos-Italic",
    "Tinos-BoldItalic",
    "TrangTrong-Bold",
    "TrangTrong-BoldItalic",
];

fn main() -> io::Result<()> {
    for file in ["build.rs", ICON, MANIFEST] {
        println!("cargo::rerun-if-changed={file}");
    }
    for face in TYPEFACES {
        deflate(&format!("assets/fonts/{face}.ttf"), &format!("{face}.ttf.z"))?;
    }
    // The system the program is built for; `cfg` would ask which one builds it.
    if env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "windows") {
        // Without a resource compiler the program still builds and runs, only without its icon; a program that is
        // handed out is checked by packaging/windows/build.sh.
        if let Err(error) = embed() {
            println!("cargo::warning=the program gets no icon and no manifest: {error}");
        }
    }
    Ok(())
}

/// Writes a file of the project, deflated, where the program is built.
fn deflate(from: &str, to: &str) -> io::Result<()> {
    println!("cargo::rerun-if-changed={from}");
    let folder = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo names no OUT_DIR"))?;
    let mut file = ZlibEncoder::new(fs::File::create(PathBuf::from(folder).join(to))?, Compression::best());
    io::copy(&mut fs::File::open(from)?, &mut file)?;
    file.finish().map(drop)
}

fn embed() -> io::Result<()> {
    // The resource compiler runs in another folder.
    let here = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let path = |name: &str| Path::new(&here).join(name).display().to_string();
    let mut resource = WindowsResource::new();
    resource
        .set_language(VIETNAMESE)
        .set("CompanyName", "Nhóm sáng lập Tập huấn")
        .set("ProductName", "Tập huấn")
        .set("FileDescription", "Tập huấn – quản lý lớp tập huấn")
        .set("OriginalFilename", "taphuan.exe")
        .set("InternalName", "taphuan")
        .set("LegalCopyright", "Giấy phép MIT")
        .set_icon(&path(ICON))
        .set_manifest_file(&path(MANIFEST));
    resource.compile_for("taphuan")
}
