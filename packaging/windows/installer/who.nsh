; For whom it is installed: for all users into Program Files, or for one account without an administrator. Where it is
; already, and of which version, is remembered in the registry of the same ones.

Var IsAdmin ; 1 or 0
Var Who ; all or me
Var Given ; the folder that was named by /D=, or nothing
Var Found ; the version that is installed for them, or nothing

!macro IsAdmin PREFIX
Function ${PREFIX}ReadRights
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 == "Admin"
        StrCpy $IsAdmin 1
    ${Else}
        StrCpy $IsAdmin 0
    ${EndIf}
FunctionEnd
!macroend
!insertmacro IsAdmin ""
!insertmacro IsAdmin "un."

; The version installed for HKLM (all), HKCU (this account) or SHCTX (those who are chosen); nothing where somebody
; deleted the program by hand.
!macro Installed ROOT RESULT
    ReadRegStr ${RESULT} ${ROOT} "${KEY}" "Version"
    ReadRegStr $R9 ${ROOT} "${KEY}" "Folder"
    ${IfNot} ${FileExists} "$R9\taphuan.exe"
        StrCpy ${RESULT} ""
    ${EndIf}
!macroend

Function ForAll
    StrCpy $Who all
    SetShellVarContext all
    StrCpy $INSTDIR "$PROGRAMFILES64\${ID}"
    Call Remember
FunctionEnd

Function ForMe
    StrCpy $Who me
    SetShellVarContext current
    ; Where Windows itself keeps programs of one account: %LOCALAPPDATA%\Programs.
    GetKnownFolderPath $INSTDIR {5CD7AEE2-2219-4A67-B85D-6C9CE15660CB}
    ${If} $INSTDIR == ""
        StrCpy $INSTDIR "$LOCALAPPDATA\Programs"
    ${EndIf}
    StrCpy $INSTDIR "$INSTDIR\${ID}"
    Call Remember
FunctionEnd

Function Remember
    !insertmacro Installed SHCTX $Found
    ReadRegStr $0 SHCTX "${KEY}" "Folder"
    ${If} $0 != ""
        StrCpy $INSTDIR $0
    ${EndIf}
    ${If} $Given != ""
        StrCpy $INSTDIR $Given
    ${EndIf}
FunctionEnd

; What the command line says; else where it is installed already; else as much as the account may.
Function DecideWho
    Call ReadRights
    ${GetParameters} $1
    ClearErrors
    ${GetOptions} $1 "/ALLUSERS" $2
    ${IfNot} ${Errors}
        ${If} $IsAdmin = 0
            MessageBox MB_OK|MB_ICONSTOP "${SAY_RIGHTS}" /SD IDOK
            SetErrorLevel ${CODE_RIGHTS}
            Quit
        ${EndIf}
        Call ForAll
        Return
    ${EndIf}
    ClearErrors
    ${GetOptions} $1 "/CURRENTUSER" $2
    ${IfNot} ${Errors}
        Call ForMe
        Return
    ${EndIf}

    !insertmacro Installed HKLM $0
    ${If} $0 != ""
        ${If} $IsAdmin = 1
            Call ForAll
            Return
        ${EndIf}
        MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "${SAY_ALREADY_FOR_ALL}" /SD IDNO IDYES own
        SetErrorLevel ${CODE_RIGHTS}
        Quit
        own:
        Call ForMe
        Return
    ${EndIf}
    !insertmacro Installed HKCU $0
    ${If} $0 == ""
    ${AndIf} $IsAdmin = 1
        Call ForAll
    ${Else}
        Call ForMe
    ${EndIf}
FunctionEnd

; The uninstaller belongs to whom the registry says its folder belongs.
Function un.DecideWho
    Call un.ReadRights
    SetShellVarContext current
    StrCpy $Who me
    ReadRegStr $0 SHCTX "${KEY}" "Folder"
    ${If} $0 == $INSTDIR
        Return
    ${EndIf}
    SetShellVarContext all
    ReadRegStr $0 SHCTX "${KEY}" "Folder"
    ${If} $0 == $INSTDIR
        StrCpy $Who all
        ${If} $IsAdmin = 0
            MessageBox MB_OK|MB_ICONSTOP "${SAY_UN_RIGHTS}" /SD IDOK
            SetErrorLevel ${CODE_RIGHTS}
            Quit
        ${EndIf}
        Return
    ${EndIf}
    SetShellVarContext current
FunctionEnd
