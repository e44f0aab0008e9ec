; What may stand against it: an old Windows, a newer version, a program that is open, a folder that cannot be written.
; With /S nobody is asked: nothing is changed, and the exit code says why.

Function CheckWindows
    ${IfNot} ${AtLeastWin10}
        MessageBox MB_OK|MB_ICONSTOP "${SAY_WINDOWS}" /SD IDOK
        SetErrorLevel ${CODE_WINDOWS}
        Quit
    ${EndIf}
FunctionEnd

; A data file that a newer version has written may not open in an older one, whoever has that one. /DOWNGRADE is for whoever
; knows that.
Var Newer
Function CheckVersion
    StrCpy $Newer ""
    !insertmacro Installed HKLM $3
    !insertmacro Installed HKCU $4
    ${VersionCompare} "$3" "${VERSION}" $0
    ${If} $0 = 1
        StrCpy $Newer $3
    ${EndIf}
    ${VersionCompare} "$4" "${VERSION}" $0
    ${If} $0 = 1
        StrCpy $Newer $4
    ${EndIf}
    ${If} $Newer == ""
        Return
    ${EndIf}
    ${GetParameters} $1
    ClearErrors
    ${GetOptions} $1 "/DOWNGRADE" $2
    ${IfNot} ${Errors}
        Return
    ${EndIf}
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "${SAY_OLDER}" /SD IDNO IDYES anyway
    SetErrorLevel ${CODE_OLDER}
    Quit
    anyway:
FunctionEnd

; Windows lets nobody write to a program that runs, whoever started it. It is never ended from here: what is typed in it
; may not be saved yet. With /S it is waited for a little, for an antivirus program may hold the file for a moment.
!macro CheckRunning PREFIX
Function ${PREFIX}CheckRunning
    StrCpy $2 0
    again:
    ${IfNot} ${FileExists} "$INSTDIR\taphuan.exe"
        Return
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\taphuan.exe" a
    ${IfNot} ${Errors}
        FileClose $0
        Return
    ${EndIf}
    IntOp $2 $2 + 1
    ${If} $2 < 6
        Sleep 500
        Goto again
    ${EndIf}
    StrCpy $2 0
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${SAY_RUNNING}" /SD IDCANCEL IDRETRY again
    SetErrorLevel ${CODE_RUNNING}
    Quit
FunctionEnd
!macroend
!insertmacro CheckRunning ""
!insertmacro CheckRunning "un."

; Pushes 1 if the folder can be written, 0 if not.
Function IsWritable
    ClearErrors
    CreateDirectory $INSTDIR
    FileOpen $0 "$INSTDIR\thu-ghi.tmp" w
    ${If} ${Errors}
        Push 0
        Return
    ${EndIf}
    FileClose $0
    Delete "$INSTDIR\thu-ghi.tmp"
    ; Gone again if nothing is put into it.
    RMDir $INSTDIR
    Push 1
FunctionEnd
