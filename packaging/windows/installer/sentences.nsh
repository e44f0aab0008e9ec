; What the installer says. One place, so that it can be read through as a clerk reads it.

; Buttons and fields that NSIS has a translation of, in the words of the program.
MiscButtonText "< &Quay lại" "&Tiếp >" "&Thôi" "Đó&ng"
InstallButtonText "&Cài đặt"
UninstallButtonText "&Gỡ bỏ"
Caption "Cài đặt Tập huấn ${VERSION}"
UninstallCaption "Gỡ bỏ Tập huấn"
FileErrorText "Không ghi được tệp:$\r$\n$\r$\n$0$\r$\n$\r$\nCó thể ổ đĩa đã đầy, hoặc phần mềm diệt virus đang giữ tệp này. \
Bấm “Thử lại” (Retry) để thử lần nữa." \
    "Không ghi được tệp:$\r$\n$\r$\n$0$\r$\n$\r$\nCó thể ổ đĩa đã đầy, hoặc phần mềm diệt virus đang giữ tệp này. \
Bấm “Thử lại” (Retry) để thử lần nữa."

; Before anything is done.
!define SAY_WINDOWS "Tập huấn cần Windows 10 hoặc Windows 11. Máy này dùng Windows cũ hơn nên không cài được."
!define SAY_RIGHTS "Muốn cài cho mọi người dùng máy này phải có quyền quản trị.$\r$\n$\r$\nHãy bấm chuột phải vào tệp bộ cài, \
chọn “Chạy với tư cách quản trị viên” (Run as administrator)."
!define SAY_ALREADY_FOR_ALL "Người quản trị đã cài Tập huấn $0 cho mọi người dùng máy này.$\r$\n$\r$\nMuốn thay bản ấy bằng bản \
${VERSION}: nhờ người quản trị bấm chuột phải vào tệp bộ cài, chọn “Chạy với tư cách quản trị viên” (Run as \
administrator).$\r$\n$\r$\nVẫn cài thêm một bản ${VERSION} chỉ cho tài khoản này?"
!define SAY_OLDER "Máy này đang có Tập huấn $Newer, mới hơn bản ${VERSION} của bộ cài này.$\r$\n$\r$\nNếu thay bằng bản cũ, dữ \
liệu đã mở bằng bản mới có thể không mở được nữa.$\r$\n$\r$\nVẫn cài bản cũ ${VERSION}?"
!define SAY_RUNNING "Tập huấn đang mở, ở tài khoản này hoặc tài khoản khác trên máy.$\r$\n$\r$\nHãy chuyển sang cửa sổ Tập huấn, \
làm xong việc đang làm rồi đóng lại. Sau đó bấm “Thử lại” (Retry)."
!define SAY_NOT_WRITABLE "Không ghi được vào thư mục:$\r$\n$\r$\n$INSTDIR$\r$\n$\r$\nHãy chọn thư mục khác."
!define SAY_NOT_REPLACED "Không thay được tệp:$\r$\n$\r$\n$1$\r$\n$\r$\nCó thể phần mềm diệt virus đang giữ tệp này. Hãy chạy lại \
bộ cài sau ít phút. Bản đang có và dữ liệu không bị mất."

; The first page.
!define SAY_TITLE "Tập huấn ${VERSION}"
!define SAY_SUBTITLE "Quản lý hội nghị, lớp tập huấn"
!define SAY_NEW "Bộ cài sẽ đưa Tập huấn vào máy này. Không cần mạng."
!define SAY_UPDATE "Máy này đang có bản $Found. Bộ cài sẽ thay bằng bản ${VERSION}."
!define SAY_AGAIN "Máy này đã có bản ${VERSION}. Bộ cài sẽ cài lại chính bản này."
!define SAY_DATA_STAY "Dữ liệu (các tệp .taphuan) và bản sao lưu giữ nguyên."
!define SAY_FOR_WHOM "Cài cho ai?"
!define SAY_FOR_ALL "&Mọi người dùng máy này (vào Program Files)"
!define SAY_FOR_ME "Chỉ tài khoản &này, $1"
!define SAY_DESKTOP "Tạo &biểu tượng Tập huấn ngoài màn hình"

; The folder.
!define SAY_FOLDER_TITLE "Thư mục cài đặt"
!define SAY_FOLDER_SUBTITLE "Thường không cần đổi."
!define SAY_FOLDER "Chương trình sẽ nằm ở thư mục dưới đây. Nếu máy chặn chương trình ở ổ C:, hãy chọn một thư mục ở ổ D:. Đây \
không phải chỗ của dữ liệu."
!define SAY_FOLDER_FIELD "Thư mục"
DirText "${SAY_FOLDER}" "${SAY_FOLDER_FIELD}" "Chọn…" "Chọn thư mục cho chương trình:"
SpaceTexts "Cần: " "Còn trống: "

; While it works, and after.
CompletedText "Xong"
!define SAY_WORKING_TITLE "Đang cài đặt"
!define SAY_WORKING_SUBTITLE "Chỉ mất vài giây."
!define SAY_DONE_TITLE "Đã cài xong"
!define SAY_DONE_SUBTITLE "Tập huấn ${VERSION} đã sẵn sàng."
!define SAY_DONE "Lần sau, mở Tập huấn từ nút Start, ở biểu tượng mũ cử nhân màu đỏ; hoặc bấm đúp vào tệp dữ liệu .taphuan.$\r$\n$\r$\n\
Cần hướng dẫn ở màn hình nào, bấm F1 ở màn hình đó."
!define SAY_OPEN_NOW "&Mở Tập huấn ngay"
!define SAY_FAILED_TITLE "Chưa cài được"
!define SAY_FAILED_SUBTITLE "Bản đang có và dữ liệu không bị mất."

; The uninstaller.
!define SAY_UN_RIGHTS "Bản Tập huấn này được cài cho mọi người dùng máy, nên chỉ người quản trị gỡ được.$\r$\n$\r$\nHãy bấm chuột \
phải vào tệp uninstall.exe trong thư mục $INSTDIR, chọn “Chạy với tư cách quản trị viên” (Run as administrator)."
!define SAY_UN_TITLE "Gỡ bỏ Tập huấn"
!define SAY_UN_SUBTITLE "Dữ liệu không bị xóa."
!define SAY_UN_CONFIRM "Chương trình, biểu tượng và liên kết với tệp .taphuan sẽ được gỡ khỏi máy này.$\r$\n$\r$\nDữ liệu và bản \
sao lưu vẫn nằm nguyên chỗ cũ."
!define SAY_UN_WORKING_TITLE "Đang gỡ bỏ"
!define SAY_UN_WORKING_SUBTITLE "Chỉ mất vài giây."
!define SAY_UN_DONE_TITLE "Đã gỡ bỏ Tập huấn"
!define SAY_UN_DONE_SUBTITLE "Dữ liệu vẫn còn."
!define SAY_UN_DATA_ME "Dữ liệu và bản sao lưu của tài khoản này vẫn còn ở:$\r$\n$\r$\n$APPDATA\taphuan$\r$\n$LOCALAPPDATA\taphuan"
!define SAY_UN_DATA_ALL "Dữ liệu và bản sao lưu của mỗi tài khoản vẫn còn ở:$\r$\n$\r$\n%APPDATA%\taphuan$\r$\n%LOCALAPPDATA%\taphuan"
!define SAY_UN_DATA_ELSEWHERE "$\r$\n$\r$\nTệp .taphuan ở chỗ khác (ổ D:, USB, Tài liệu) cũng còn nguyên. Cài lại Tập huấn là mở tiếp \
được. Muốn bỏ cả dữ liệu thì chép lại cho chắc, rồi tự xóa các thư mục ấy."

; What Windows shows of files.
!define SAY_DATA_FILE "Dữ liệu Tập huấn"
!define SAY_PACKAGE_FILE "Gói điểm danh của Tập huấn"
