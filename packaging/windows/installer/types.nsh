; The kinds of files, so that a double-click opens them.

; TYPE ENDING SENTENCE: a kind of file with the icon of the program.
!macro Register TYPE ENDING SENTENCE
    WriteRegStr SHCTX "Software\Classes\${TYPE}" "" "${SENTENCE}"
    WriteRegStr SHCTX "Software\Classes\${TYPE}\DefaultIcon" "" "$INSTDIR\taphuan.exe,0"
    WriteRegStr SHCTX "Software\Classes\${TYPE}\shell\open\command" "" '"$INSTDIR\taphuan.exe" "%1"'
    WriteRegStr SHCTX "Software\Classes\${ENDING}" "" "${TYPE}"
    WriteRegStr SHCTX "Software\Classes\${ENDING}\OpenWithProgids" "${TYPE}" ""
!macroend

; Takes back what is still ours: somebody may have given the ending to another program since.
!macro Unregister TYPE ENDING
    DeleteRegKey SHCTX "Software\Classes\${TYPE}"
    DeleteRegValue SHCTX "Software\Classes\${ENDING}\OpenWithProgids" "${TYPE}"
    DeleteRegKey /ifempty SHCTX "Software\Classes\${ENDING}\OpenWithProgids"
    ReadRegStr $0 SHCTX "Software\Classes\${ENDING}" ""
    ${If} $0 == "${TYPE}"
        DeleteRegValue SHCTX "Software\Classes\${ENDING}" ""
    ${EndIf}
    DeleteRegKey /ifempty SHCTX "Software\Classes\${ENDING}"
!macroend

; Tells Explorer that kinds of files have changed.
!macro TellExplorer
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend
