; The installer for Windows, taphuan-setup.exe. installer.sh compiles it with makensis and says through -D:
;   VERSION (0.1.0) · PROGRAM, CLI, LICENCES (what is installed) · ICON · SETUP (what is written)
;   SIGN (optional: a command that signs the file whose name follows it; the uninstaller is made in here)
;
; It asks little: for whom (only an administrator can choose), a shortcut on the desktop, the folder (only where there is
; none yet). Data files are never touched, neither by an update nor by the uninstaller.

; 64 bits like the program: on Windows of 32 bits neither starts, and Windows says why.
Target amd64-unicode
ManifestSupportedOS all
ManifestDPIAware true
; Asks for the administrator's password only where the account has such rights; anyone else installs for themselves.
RequestExecutionLevel highest
SetCompressor /SOLID lzma
SetCompressorDictSize 32
; The same files give the same installer.
SetDateSave off

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include nsDialogs.nsh

; The folder it is installed into and its key in the registry: letters that every program can read.
!define ID TapHuan
!define KEY "Software\${ID}"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define PUBLISHER "Nhóm sáng lập Tập huấn"

; What it ends with, for whoever installs by a script. 0: done.
!define CODE_CANCELLED 1
!define CODE_FAILED 2
!define CODE_OLDER 3
!define CODE_RUNNING 4
!define CODE_WINDOWS 5
!define CODE_RIGHTS 6

Name "Tập huấn"
BrandingText "Tập huấn ${VERSION}"
OutFile "${SETUP}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
; The page of progress goes by itself when all went well.
AutoCloseWindow true

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
!macro Property NAME VALUE
    VIAddVersionKey /LANG=1066 "${NAME}" "${VALUE}"
!macroend
!insertmacro Property ProductName "Tập huấn"
!insertmacro Property FileDescription "Bộ cài đặt Tập huấn"
!insertmacro Property CompanyName "${PUBLISHER}"
!insertmacro Property LegalCopyright "Giấy phép MIT"
!insertmacro Property ProductVersion "${VERSION}"
!insertmacro Property FileVersion "${VERSION}"
!insertmacro Property OriginalFilename "taphuan-setup.exe"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_CUSTOMFUNCTION_ABORT Cancelled
!define MUI_CUSTOMFUNCTION_UNABORT un.Cancelled

!include installer/sentences.nsh
!include installer/who.nsh
!include installer/checks.nsh
!include installer/types.nsh
!include installer/pages.nsh
!include installer/install.nsh
!include installer/uninstall.nsh

!insertmacro MUI_LANGUAGE Vietnamese
SetFont /LANG=1066 "Segoe UI" 9

!ifdef SIGN
    !uninstfinalize '"${SIGN}" "%1"'
!endif
