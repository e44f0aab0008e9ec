//! What Windows shows of the program before it runs: its icon, its version, and the manifest that tells how it behaves on
//! high-resolution screens.

use std::path::Path;
use std::{env, io};

use winresource::WindowsResource;

const ICON: &str = "assets/icons/taphuan.ico";
const MANIFEST: &str = "packaging/windows/taphuan.manifest";
/// Vietnamese (Viet Nam), the language of the strings below.
const VIETNAMESE: u16 = 0x042a;

fn main() -> io::Result<()> {
    for file in ["build.rs", ICON, MANIFEST] {
        println!("cargo::rerun-if-changed={file}");
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
