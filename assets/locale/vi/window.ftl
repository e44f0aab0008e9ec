# Cửa sổ.

window-name = Tập huấn
window-office = Mặt trận Tổ quốc
window-nav-home = Tổng quan
window-nav-sessions = Lớp tập huấn
window-nav-settings = Cài đặt
window-all-saved = Đã lưu mọi thay đổi
window-read-only-short = Chỉ xem
window-read-only = Tệp dữ liệu hoặc thư mục chứa nó chỉ cho đọc. Vẫn xem và in được; muốn sửa, hãy chép tệp sang thư mục khác rồi mở bản chép đó, hoặc bỏ dấu chọn “Chỉ đọc” (Read-only) của tệp trong Windows.
window-read-only-elsewhere = Tệp này đang mở để sửa ở một cửa sổ khác. Vẫn xem và in được; muốn sửa, hãy đóng cửa sổ kia rồi mở lại.
window-read-only-disk = Ổ đĩa hoặc USB chứa tệp này đang khóa chống ghi. Vẫn xem và in được; muốn sửa, hãy mở khóa hoặc chép tệp sang ổ khác, rồi mở lại.
window-read-only-held = Một chương trình khác đang giữ tệp này, có thể là OneDrive hoặc phần mềm diệt virus. Vẫn xem và in được; muốn sửa, hãy chờ một lát rồi mở lại.
window-close = Đóng
window-cancel = Hủy
window-undo = Hoàn tác Ctrl Z
window-redo = Làm lại Ctrl Y
# A step that was taken, its label in small letters.
window-done = Đã { $label }.
window-undone = Đã hoàn tác: { $label }
window-redone = Đã làm lại: { $label }
window-nothing-to-undo = Không còn gì để hoàn tác.
window-nothing-to-redo = Không có gì để làm lại.
window-saved-already = Mọi thay đổi đã được lưu. Chương trình tự lưu, không cần bấm lưu.
window-saved-but-form = Chưa lưu những gì đang nhập trên trang này: hãy bấm nút lưu hoặc nút nhập của trang. Mọi thay đổi khác đã được lưu.
window-job-failed = Việc vừa rồi bị dừng giữa chừng vì lỗi của chương trình. Dữ liệu vẫn nguyên vẹn; hãy làm lại.
window-write-failed = Không ghi được tệp { $file }. Hãy kiểm tra thư mục, quyền ghi và chỗ trống trên ổ đĩa rồi làm lại (chi tiết cho người hỗ trợ: { $reason }).
window-show-all = Xem tất cả
window-nothing-found = Không tìm thấy gì
window-nothing-found-cure = Hãy thử ít chữ hơn, hoặc chọn năm khác. Gõ không dấu cũng tìm được.

# Tệp dữ liệu.
window-open-other = Mở tệp khác…
window-data-files = Tệp dữ liệu Tập huấn
window-cannot-open = Chưa mở được tệp dữ liệu
window-try-again = Thử lại
window-pick-backup = Chọn bản sao lưu

# Bắt đầu và tổng quan.
window-good-morning = Chào buổi sáng
window-good-afternoon = Chào buổi chiều
window-good-evening = Chào buổi tối
window-start-title = Bắt đầu lớp tập huấn đầu tiên
window-start-words = Tạo một lớp rồi nhập danh sách đại biểu, hoặc kéo tệp Excel thả vào cửa sổ này.
window-start-new = Tạo lớp tập huấn
window-start-import = Nhập danh sách từ Excel
window-start-samples = Thử với dữ liệu mẫu
window-start-samples-words = Năm hội nghị có thật, đại biểu là tên giả; bỏ đi bằng một lần bấm.
window-plant-samples = Thêm các lớp mẫu
window-import-list = Nhập danh sách
window-next-in-days = SẮP DIỄN RA · CÒN { $count } NGÀY
window-next-today = DIỄN RA HÔM NAY
window-next-open = ĐANG CHUẨN BỊ
window-session-open = Mở lớp
window-print-sheet = In danh sách ký tên
window-recent = Các lớp gần đây
window-sample = mẫu
window-tasks = Cần xử lý
window-task-no-dates = Chưa có ngày: { $title }
window-task-no-delegates = Chưa có đại biểu: { $title }
window-task-no-programme = Chưa có chương trình: { $title }
window-task-unmarked = Còn { $count } buổi đã qua chưa điểm danh: { $title }
window-task-over = Đã qua ngày cuối, lớp chưa kết thúc: { $title }
window-tasks-more = Còn { $count } việc khác
window-task-no-organisation = Chưa khai báo cơ quan: giấy tờ sẽ thiếu tên cơ quan ban hành
window-task-overfull = { $cluster } vượt sức chứa hội trường: { $count }/{ $capacity } – { $title }
window-task-doubled = { $count } đại biểu có thể trùng nhau: { $title }
window-task-unprinted = { $count } giấy chứng nhận chưa in: { $title }
window-home-topics = { $count } chuyên đề
window-home-came = đã điểm danh có mặt { $came }/{ $places }
window-step-sheet = In danh sách
window-step-certificates = Chứng nhận
window-step-report = Báo cáo
window-year = Năm { $year }
window-figure-sessions = lớp tập huấn
window-figure-delegates = lượt cán bộ

# Lớp tập huấn.
window-session-new = Lớp tập huấn mới
window-sessions-count = { $count } lớp
window-sessions-search = Tìm: tap huan 2020
window-earlier-years = Năm khác…
window-all-years = Mọi năm
window-no-sessions = Chưa có lớp tập huấn nào
window-no-sessions-cure = Tạo lớp đầu tiên, hoặc xem thử với các lớp mẫu.
window-clusters-count = { $count } cụm
window-delegates-count = { $count } đại biểu
window-column-session = Lớp
window-column-dates = Thời gian
window-column-clusters = Cụm
window-column-delegates = Đại biểu
window-column-state = Tình trạng
window-state-preparing = Đang chuẩn bị
window-state-running = Đang diễn ra
window-state-ended = Đã kết thúc

# Lớp mới.
window-new-title-placeholder = Ví dụ: Tập huấn công tác Mặt trận năm 2026
window-new-hint = Chỉ cần tên lớp; các mục khác điền sau cũng được.
window-new-lists = { $name } và { $count } tệp khác
window-new-import = Nhập danh sách
window-new-into = Nhập vào
window-new-into-new = Lớp mới
window-new-create-import = Tạo lớp và xem danh sách
window-new-import-into = Xem danh sách
window-new-create = Tạo lớp

# Một lớp.
window-tab-info = Thông tin
window-tab-delegates = Đại biểu
window-tab-printing = In ấn
window-info-basic = Thông tin chung
window-field-title = Tên lớp
window-field-kind = Loại
window-field-form = Hình thức
window-field-starts = Từ ngày
window-field-ends = Đến ngày
window-field-venue = Địa điểm
window-field-area = Địa bàn
window-field-purpose = Mục đích
window-kind-conference = Hội nghị
window-kind-class = Lớp
window-form-in-person = Trực tiếp
window-form-online = Trực tuyến
window-form-hybrid = Trực tiếp kết hợp trực tuyến
window-date-placeholder = ngày/tháng/năm
# From Monday on; from January on; with | between them.
window-calendar-weekdays = T2|T3|T4|T5|T6|T7|CN
window-calendar-months = Tháng 1|Tháng 2|Tháng 3|Tháng 4|Tháng 5|Tháng 6|Tháng 7|Tháng 8|Tháng 9|Tháng 10|Tháng 11|Tháng 12

# Phím tắt.
window-shortcuts = Phím tắt
window-nothing-changed = Không có gì thay đổi.
window-overtaken = Sau việc đó đã có thay đổi khác. Bấm Ctrl Z để hoàn tác từ việc mới nhất.
window-set-aside = Không hoàn tác được nữa: { $label }. { $reason } Việc này được giữ nguyên; bấm Ctrl Z lần nữa sẽ hoàn tác việc trước đó.
window-set-aside-redo = Không làm lại được nữa: { $label }. { $reason }
window-file-missing = Không thấy tệp dữ liệu ở chỗ cũ
window-file-missing-cure = Tệp có thể nằm trên USB chưa cắm, trên ổ mạng chưa nối, hoặc thư mục đã đổi tên. Hãy cắm lại rồi bấm “Thử lại”, hoặc chỉ ra tệp đang ở đâu. Chưa có gì bị thay đổi.
window-find-file = Tìm tệp…
window-new-file = Bắt đầu tệp mới…
window-new-file-made = Đã bắt đầu tệp dữ liệu mới: { $file }
window-unsaved = { $count ->
   *[other] Chưa lưu được { $count } thay đổi
}
window-unsaved-kept = { $count ->
   *[other] Còn { $count } nội dung chưa lưu được vào tệp { $file }. Máy này giữ lại và sẽ hiện khi mở lại tệp đó.
}
window-unsaved-hint = Những nội dung này đã gõ nhưng chưa được lưu vào tệp dữ liệu. Bấm “Sửa” để trở lại ô đó.
window-unsaved-closing = Những nội dung này chưa được lưu vào tệp dữ liệu. Hãy sửa lại hoặc bỏ từng nội dung, rồi chương trình sẽ đóng.
window-unsaved-back = Để sau
window-unsaved-edit = Sửa
window-unsaved-drop = Bỏ nội dung này
window-unsaved-untried = Chưa kịp lưu.

# Bản sao lưu: ở chân thanh bên, lúc đóng, và trang của tệp không mở được.
window-backing-up = Đang sao lưu…
window-backed-up-at = Đã sao lưu { $time }
window-backed-up-same-drive = Sao lưu { $time }, cùng ổ đĩa
window-no-backup-yet = Chưa có bản sao lưu
window-backup-failed = Chưa sao lưu được
window-backup-failed-since = Sao lưu lỗi, bản cuối { $time }
window-backup-elsewhere = Sao lưu ở thư mục tạm
window-backed-up = Đã sao lưu vào { $folder }.
window-written-elsewhere = Một chương trình khác vừa sửa tệp dữ liệu. Trang này đã lấy lại dữ liệu mới; hãy xem lại những gì đang làm.
window-closing-backup = Đang sao lưu trước khi đóng
window-closing-backup-words = Cửa sổ tự đóng khi sao lưu xong, thường chỉ vài giây.
window-closing-no-backup = Chưa sao lưu được
window-closing-back = Quay lại
window-closing-now = Đóng ngay
window-read-only-damaged = Tệp bị hỏng nên chỉ mở để xem và in những gì còn đọc được. Hãy khôi phục một bản sao lưu trong Cài đặt.
window-file-damaged = Tệp dữ liệu bị hỏng
window-file-damaged-words = Có chỗ trong tệp không còn đọc được, thường do ổ đĩa hỏng, USB rút sớm hoặc mất điện lúc chép. Chương trình không ghi gì vào tệp này nữa, để không hỏng thêm.
window-file-empty = Tệp dữ liệu rỗng
window-file-foreign = Đây không phải tệp dữ liệu của Tập huấn
window-file-detail = Chi tiết cho người hỗ trợ: { $detail }
window-backups = Bản sao lưu Tập huấn
window-refused-looking = Đang xem còn đọc được gì và tìm bản sao lưu…
window-refused-backup = Bản sao lưu gần nhất: { $time }
window-refused-no-backup = Không thấy bản sao lưu nào ở chỗ thường lưu
window-refused-no-backup-words = Có thể bản sao lưu ở USB hoặc ổ khác: hãy chọn tệp đó.
window-contents = { $sessions } lớp, { $people } cán bộ, { $delegates } lượt đại biểu
window-refused-restore = Khôi phục bản này
window-refused-pick = Chọn bản sao lưu…
window-refused-readable = Trong tệp hỏng còn đọc được
window-refused-look = Mở để xem
window-refused-save-title = Cứu những gì còn đọc được
window-refused-save-words = Đọc từng phần của tệp và ghi những gì đọc được vào một tệp mới bên cạnh. Tệp này giữ nguyên.
window-refused-save = Cứu dữ liệu
window-refused-saving = Đang cứu dữ liệu…
window-refused-save-stop = Dừng
window-refused-saved = Đã ghi những gì cứu được vào tệp { $file }
window-refused-take-saved = Dùng tệp đã cứu
window-clock-impossible = Đồng hồ máy tính đang chỉ { $time }, có lẽ sai. Ngày giờ trên giấy tờ và bản sao lưu đều theo đồng hồ này: hãy chỉnh lại ở góc màn hình rồi mở lại chương trình.
window-moment-today = { $hour } hôm nay
window-moment-yesterday = { $hour } hôm qua
window-tab-attendance = Điểm danh
window-tab-results = Kết quả
window-info-put-away = Cất đi
window-info-take-out = Lấy ra
window-put-away = Đã cất
window-sessions-put-away = Đã cất ({ $count })

# Nút chỉ có hình, và câu hỏi trước khi bỏ những gì vừa nhập.
window-more = Việc khác
window-tip-up = Đưa lên
window-tip-down = Đưa xuống
window-tip-remove = Bỏ
window-tip-open-session = Mở lớp này
window-tip-less = Bớt một
window-tip-one-more = Thêm một
window-tip-show = Cho hiện
window-tip-hide = Ẩn đi
window-tip-copy = Nhân đôi
window-discard-title = Bỏ những gì vừa nhập?
window-discard-words = Những gì vừa nhập ở đây chưa được lưu.
window-discard-stay = Nhập tiếp
window-discard = Bỏ
window-open-made = Mở
window-new-like = Như lớp “{ $title }”
window-new-like-brings = Mang sang cụm, buổi và chương trình của lớp ấy, các ngày dời theo ngày đầu. Không mang sang đại biểu.
window-row-edit = Sửa
window-row-move = Chuyển sang { $cluster }
window-row-copy = Chép sang Excel
window-paste-where = Ở đây không dán danh sách được. Hãy mở một lớp, vào thẻ Đại biểu rồi bấm Ctrl V.
window-columns-choose = Chọn cột hiện trong bảng
window-columns-no-room = hết chỗ
window-columns-empty = { $column } · chưa có gì
window-columns-usual = Trở lại như lúc đầu
window-example = Ví dụ: { $text }

everywhere-title = Tìm mọi nơi
everywhere-placeholder = Tên lớp, cán bộ, giấy tờ, chuyên đề, đơn vị, cài đặt
everywhere-further = Còn { $count } kết quả nữa. Gõ thêm chữ để thấy đúng chỗ cần tìm.
everywhere-hint = Gõ vài chữ, có dấu hay không dấu đều được. ↑ ↓ để chọn, Enter để mở.
everywhere-session = Lớp tập huấn
everywhere-person = Cán bộ
everywhere-topic = Chuyên đề
everywhere-unit = Đơn vị
everywhere-page = Trang
window-first-question = Anh chị ở cơ quan nào?
window-first-level = Cấp
window-first-level-commune = Xã
window-first-level-ward = Phường
window-first-level-special-zone = Đặc khu
window-first-level-province = Tỉnh
window-first-level-city = Thành phố
window-first-level-other = Cơ quan khác
window-first-place = Tên địa phương
window-first-place-example = Ví dụ: Tam Đại
window-first-whole-name = Tên cơ quan
window-first-later = Tên này đứng đầu mọi giấy tờ. Ghi sau ở Cài đặt cũng được.
window-first-write = Ghi tên cơ quan

# Gõ đường dẫn, khi máy không có hộp chọn tệp.
typed-path = Đường dẫn
typed-hint = Máy này không có hộp chọn tệp: hãy gõ đường dẫn, hoặc bấm vào thư mục và tệp ở dưới. “~/” là thư mục riêng của anh chị.
typed-up = Thư mục trên
typed-open = Mở
typed-take-folder = Chọn thư mục này
typed-more = … và { $count } mục nữa: hãy gõ vài chữ của tên.
typed-no-file =
    Không có tệp { $file }. { $offered ->
        [0] Hãy xem lại tên tệp và thư mục.
       *[other] Hãy xem lại tên, hoặc chọn trong danh sách ở dưới.
    }
typed-no-folder =
    Không có thư mục { $folder }. { $offered ->
        [0] Hãy xem lại tên thư mục, hoặc bấm “Thư mục trên”.
       *[other] Hãy chọn thư mục khác trong danh sách ở dưới.
    }

# Tệp được thả vào cửa sổ.
dropped-under-dialog = Chưa nhận tệp { $file }: hãy đóng hộp đang mở rồi thả lại.
dropped-read-only = Không nhận tệp { $file } được: tệp dữ liệu này chỉ mở để xem.
window-see = Xem
everywhere-paper = Giấy tờ của lớp “{ $session }”
everywhere-setting = Cài đặt
everywhere-guide = Hướng dẫn sử dụng
window-naming-make = Thêm
window-naming-lacks = Hãy ghi tên trước khi thêm.
window-naming-inside = Trong “{ $name }”
