; The pages, in order: what will be done, the folder where there is none yet, progress, done.

Var AllButton
Var MeButton
Var DesktopBox
Var OpenBox
Var SayLabel
Var WantsDesktop ; 1 or 0

Page custom ShowStart LeaveStart
!define MUI_PAGE_HEADER_TEXT "${SAY_FOLDER_TITLE}"
!define MUI_PAGE_HEADER_SUBTEXT "${SAY_FOLDER_SUBTITLE}"
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipFolder
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE LeaveFolder
!define MUI_DIRECTORYPAGE_TEXT_TOP "${SAY_FOLDER}"
!define MUI_DIRECTORYPAGE_TEXT_DESTINATION "${SAY_FOLDER_FIELD}"
!insertmacro MUI_PAGE_DIRECTORY
!define MUI_PAGE_HEADER_TEXT "${SAY_WORKING_TITLE}"
!define MUI_PAGE_HEADER_SUBTEXT "${SAY_WORKING_SUBTITLE}"
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "${SAY_DONE_TITLE}"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT "${SAY_DONE_SUBTITLE}"
!define MUI_INSTFILESPAGE_ABORTHEADER_TEXT "${SAY_FAILED_TITLE}"
!define MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT "${SAY_FAILED_SUBTITLE}"
!insertmacro MUI_PAGE_INSTFILES
Page custom ShowDone LeaveDone

UninstPage custom un.ShowStart un.LeaveStart
!define MUI_PAGE_HEADER_TEXT "${SAY_UN_WORKING_TITLE}"
!define MUI_PAGE_HEADER_SUBTEXT "${SAY_UN_WORKING_SUBTITLE}"
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "${SAY_UN_DONE_TITLE}"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT "${SAY_UN_DONE_SUBTITLE}"
!insertmacro MUI_UNPAGE_INSTFILES
UninstPage custom un.ShowDone

Function ShowStart
    !insertmacro MUI_HEADER_TEXT "${SAY_TITLE}" "${SAY_SUBTITLE}"
    nsDialogs::Create 1018
    Pop $0
    ${NSD_CreateLabel} 0 0 100% 34u ""
    Pop $SayLabel
    ${If} $IsAdmin = 1
        ${NSD_CreateLabel} 0 44u 100% 10u "${SAY_FOR_WHOM}"
        Pop $0
        ${NSD_CreateRadioButton} 8u 57u -8u 11u "${SAY_FOR_ALL}"
        Pop $AllButton
        ${NSD_OnClick} $AllButton ChooseAll
        ; By its name: where an administrator typed a password for somebody else, it is that of the administrator.
        UserInfo::GetName
        Pop $1
        ${NSD_CreateRadioButton} 8u 71u -8u 11u "${SAY_FOR_ME}"
        Pop $MeButton
        ${NSD_OnClick} $MeButton ChooseMe
        ${If} $Who == all
            ${NSD_Check} $AllButton
        ${Else}
            ${NSD_Check} $MeButton
        ${EndIf}
    ${EndIf}
    ${NSD_CreateCheckBox} 0 96u 100% 11u "${SAY_DESKTOP}"
    Pop $DesktopBox
    Call SayFound
    nsDialogs::Show
FunctionEnd

Function ChooseAll
    Pop $0
    Call ForAll
    Call SayFound
FunctionEnd

Function ChooseMe
    Pop $0
    Call ForMe
    Call SayFound
FunctionEnd

; What will be done, for those who are chosen now.
Function SayFound
    ${If} $Found == ""
        ${NSD_SetText} $SayLabel "${SAY_NEW}$\r$\n$\r$\n${SAY_DATA_STAY}"
    ${ElseIf} $Found == ${VERSION}
        ${NSD_SetText} $SayLabel "${SAY_AGAIN}$\r$\n$\r$\n${SAY_DATA_STAY}"
    ${Else}
        ${NSD_SetText} $SayLabel "${SAY_UPDATE}$\r$\n$\r$\n${SAY_DATA_STAY}"
    ${EndIf}
    ; Where there is a folder already the next page is passed over, and this one installs.
    GetDlgItem $0 $HWNDPARENT 1
    ${If} $Found == ""
        ${NSD_SetText} $0 "&Tiếp >"
    ${Else}
        ${NSD_SetText} $0 "&Cài đặt"
    ${EndIf}
    Call DecideDesktop
    ${NSD_SetState} $DesktopBox $WantsDesktop
FunctionEnd

; An update leaves the desktop as it was left; a first installation puts an icon there, unless told.
Function DecideDesktop
    StrCpy $WantsDesktop 1
    ${If} $Found != ""
    ${AndIfNot} ${FileExists} "$DESKTOP\Tập huấn.lnk"
        StrCpy $WantsDesktop 0
    ${EndIf}
    ${GetParameters} $1
    ClearErrors
    ${GetOptions} $1 "/NODESKTOP" $2
    ${IfNot} ${Errors}
        StrCpy $WantsDesktop 0
    ${EndIf}
FunctionEnd

Function LeaveStart
    ${NSD_GetState} $DesktopBox $WantsDesktop
    Call CheckVersion
    ${If} $Found != ""
        Call CheckRunning
    ${EndIf}
FunctionEnd

; The folder of an update is that of the version before.
Function SkipFolder
    ${If} $Found != ""
        Abort
    ${EndIf}
FunctionEnd

Function LeaveFolder
    Call IsWritable
    Pop $0
    ${If} $0 = 0
        MessageBox MB_OK|MB_ICONEXCLAMATION "${SAY_NOT_WRITABLE}"
        Abort
    ${EndIf}
FunctionEnd

Function ShowDone
    !insertmacro MUI_HEADER_TEXT "${SAY_DONE_TITLE}" "${SAY_DONE_SUBTITLE}"
    nsDialogs::Create 1018
    Pop $0
    ${NSD_CreateLabel} 0 0 100% 60u "${SAY_DONE}"
    Pop $0
    ${NSD_CreateCheckBox} 0 72u 100% 11u "${SAY_OPEN_NOW}"
    Pop $OpenBox
    ${NSD_Check} $OpenBox
    GetDlgItem $0 $HWNDPARENT 1
    ${NSD_SetText} $0 "&Xong"
    ; There is no way back from here, and nothing to give up.
    GetDlgItem $0 $HWNDPARENT 3
    ShowWindow $0 ${SW_HIDE}
    GetDlgItem $0 $HWNDPARENT 2
    EnableWindow $0 0
    nsDialogs::Show
FunctionEnd

; Through Explorer, so that the program belongs to the account at the screen and not to the administrator whose password
; was typed for the installer.
Function LeaveDone
    ${NSD_GetState} $OpenBox $0
    ${If} $0 = ${BST_CHECKED}
        Exec '"$WINDIR\explorer.exe" "$INSTDIR\taphuan.exe"'
    ${EndIf}
FunctionEnd

Function un.ShowStart
    !insertmacro MUI_HEADER_TEXT "${SAY_UN_TITLE}" "${SAY_UN_SUBTITLE}"
    nsDialogs::Create 1018
    Pop $0
    ${NSD_CreateLabel} 0 0 100% 60u "${SAY_UN_CONFIRM}"
    Pop $0
    GetDlgItem $0 $HWNDPARENT 1
    ${NSD_SetText} $0 "&Gỡ bỏ"
    nsDialogs::Show
FunctionEnd

Function un.LeaveStart
    Call un.CheckRunning
FunctionEnd

; In a field, so that the folder can be copied.
Function un.ShowDone
    !insertmacro MUI_HEADER_TEXT "${SAY_UN_DONE_TITLE}" "${SAY_UN_DONE_SUBTITLE}"
    nsDialogs::Create 1018
    Pop $0
    ${If} $Who == all
        StrCpy $1 "${SAY_UN_DATA_ALL}${SAY_UN_DATA_ELSEWHERE}"
    ${Else}
        StrCpy $1 "${SAY_UN_DATA_ME}${SAY_UN_DATA_ELSEWHERE}"
    ${EndIf}
    nsDialogs::CreateControl ${__NSD_Text_CLASS} \
        ${WS_CHILD}|${WS_VISIBLE}|${WS_TABSTOP}|${ES_MULTILINE}|${ES_READONLY} 0 0 0 100% 110u "$1"
    Pop $0
    GetDlgItem $0 $HWNDPARENT 1
    ${NSD_SetText} $0 "&Xong"
    GetDlgItem $0 $HWNDPARENT 3
    ShowWindow $0 ${SW_HIDE}
    GetDlgItem $0 $HWNDPARENT 2
    EnableWindow $0 0
    nsDialogs::Show
FunctionEnd
