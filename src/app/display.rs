//! Whether there is a display to open a window on.
//!
//! Asked before the window toolkit starts: without a display it ends the
//! program with a technical report instead of a sentence.

/// Whether a window can be expected to open.
#[cfg(target_os = "linux")]
pub fn is_there() -> bool {
    use std::env::var_os;

    let named = |name: &str| var_os(name).filter(|value| !value.is_empty());
    if named("WAYLAND_DISPLAY").is_some() || named("WAYLAND_SOCKET").is_some() {
        return true;
    }
    named("DISPLAY").is_some_and(|display| answers(&display.to_string_lossy()))
}

/// Windows and macOS have a display whenever somebody is logged in.
#[cfg(not(target_os = "linux"))]
pub fn is_there() -> bool {
    true
}

/// Whether an X server listens at a local display such as ":0" or ":0.1". One on
/// another machine ("host:0") is believed: asking it would need the network.
#[cfg(target_os = "linux")]
fn answers(display: &str) -> bool {
    use std::os::linux::net::SocketAddrExt;
    use std::os::unix::net::{SocketAddr, UnixStream};

    let Some(number) = display.strip_prefix(':').or_else(|| display.strip_prefix("unix:")) else {
        return true;
    };
    let number = number.split('.').next().unwrap_or_default();
    let socket = format!("/tmp/.X11-unix/X{number}");
    let hidden = SocketAddr::from_abstract_name(socket.as_bytes());
    UnixStream::connect(&socket).is_ok()
        || hidden.is_ok_and(|address| UnixStream::connect_addr(&address).is_ok())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_display_nobody_serves_is_not_there() {
        assert!(!answers(":54321"));
        assert!(!answers("unix:54321.0"));
        assert!(answers("elsewhere:0"));
    }
}
