; What is done: files, shortcuts, kinds of files, the entry in the list of programs.

Function .onInit
    ; /D= has put its folder here.
    StrCpy $Given $INSTDIR
    Call CheckWindows
    Call DecideWho
    Call DecideDesktop
    ${If} ${Silent}
        Call CheckVersion
    ${EndIf}
FunctionEnd

Function Cancelled
    SetErrorLevel ${CODE_CANCELLED}
FunctionEnd

; FILE NAME: first beside what is there, then in its place, so that a full disk or a power cut leaves the old one.
!macro Put FILE NAME
    SetOutPath $INSTDIR
    File "/oname=${NAME}.moi" "${FILE}"
    StrCpy $1 "$INSTDIR\${NAME}"
    Delete "$1.cu"
    ${If} ${FileExists} $1
        Rename $1 "$1.cu"
    ${EndIf}
    ClearErrors
    Rename "$1.moi" $1
    ${If} ${Errors}
        Rename "$1.cu" $1
        Delete "$1.moi"
        MessageBox MB_OK|MB_ICONSTOP "${SAY_NOT_REPLACED}" /SD IDOK
        SetErrorLevel ${CODE_FAILED}
        Quit
    ${EndIf}
    Delete "$1.cu"
!macroend

Section
    Call IsWritable
    Pop $0
    ${If} $0 = 0
        MessageBox MB_OK|MB_ICONSTOP "${SAY_NOT_WRITABLE}" /SD IDOK
        SetErrorLevel ${CODE_RIGHTS}
        Quit
    ${EndIf}
    Call CheckRunning

    ; What cannot be written is not passed over: half a program is none.
    AllowSkipFiles off
    !insertmacro Put "${PROGRAM}" "taphuan.exe"
    !insertmacro Put "${CLI}" "taphuan-cli.exe"
    !insertmacro Put "${LICENCES}" "giay-phep.txt"
    WriteUninstaller "$INSTDIR\uninstall.exe"

    CreateShortCut "$SMPROGRAMS\Tập huấn.lnk" "$INSTDIR\taphuan.exe" "" "$INSTDIR\taphuan.exe" 0
    ${If} $WantsDesktop = 1
        CreateShortCut "$DESKTOP\Tập huấn.lnk" "$INSTDIR\taphuan.exe" "" "$INSTDIR\taphuan.exe" 0
    ${Else}
        Delete "$DESKTOP\Tập huấn.lnk"
    ${EndIf}

    !insertmacro Register "taphuan.data" ".taphuan" "${SAY_DATA_FILE}"
    !insertmacro Register "taphuan.package" ".diemdanh" "${SAY_PACKAGE_FILE}"
    ; So that “taphuan” can be typed after Windows + R.
    WriteRegStr SHCTX "Software\Microsoft\Windows\CurrentVersion\App Paths\taphuan.exe" "" "$INSTDIR\taphuan.exe"
    !insertmacro TellExplorer

    WriteRegStr SHCTX "${KEY}" "Folder" $INSTDIR
    WriteRegStr SHCTX "${KEY}" "Version" "${VERSION}"

    WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "Tập huấn"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\taphuan.exe,0"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" $INSTDIR
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
    WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
    SectionGetSize 0 $0
    WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" $0

    ${If} $Who == all
        Call RemoveOwn
    ${EndIf}
    SetErrorLevel 0
SectionEnd

; Installed for all, a version that this account had for itself would still be the one it opens.
Function RemoveOwn
    ReadRegStr $3 HKCU "${KEY}" "Folder"
    ${If} $3 == ""
    ${OrIf} $3 == $INSTDIR
    ${OrIfNot} ${FileExists} "$3\uninstall.exe"
        Return
    ${EndIf}
    ; Run in its place it can be waited for, but not delete itself.
    ExecWait '"$3\uninstall.exe" /S _?=$3' $4
    ${If} $4 = 0
        Delete "$3\uninstall.exe"
        RMDir $3
    ${EndIf}
FunctionEnd
