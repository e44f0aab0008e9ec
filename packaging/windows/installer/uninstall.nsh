; What is taken away: what was installed, name by name. Whatever else lies in the folder stays, and all data.

Function un.onInit
    Call un.DecideWho
FunctionEnd

Function un.Cancelled
    SetErrorLevel ${CODE_CANCELLED}
FunctionEnd

; A file, and what an update that was cut short may have left of it.
!macro Take NAME
    Delete "$INSTDIR\${NAME}"
    Delete "$INSTDIR\${NAME}.moi"
    Delete "$INSTDIR\${NAME}.cu"
!macroend

Section Uninstall
    SetAutoClose true
    Call un.CheckRunning
    !insertmacro Take "taphuan.exe"
    !insertmacro Take "taphuan-cli.exe"
    !insertmacro Take "giay-phep.txt"
    Delete "$INSTDIR\uninstall.exe"
    RMDir $INSTDIR

    Delete "$SMPROGRAMS\Tập huấn.lnk"
    Delete "$DESKTOP\Tập huấn.lnk"
    !insertmacro Unregister "taphuan.data" ".taphuan"
    !insertmacro Unregister "taphuan.package" ".diemdanh"
    DeleteRegKey SHCTX "Software\Microsoft\Windows\CurrentVersion\App Paths\taphuan.exe"
    !insertmacro TellExplorer
    DeleteRegKey SHCTX "${UNINSTALL_KEY}"
    DeleteRegKey SHCTX "${KEY}"
    SetErrorLevel 0
SectionEnd
