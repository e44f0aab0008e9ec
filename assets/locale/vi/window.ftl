# Cửa sổ.

window-name = Tập huấn
window-office = Mặt trận Tổ quốc
window-nav-home = Tổng quan
window-nav-sessions = Lớp tập huấn
window-nav-settings = Cài đặt
window-all-saved = Đã lưu mọi thay đổi
window-read-only-short = Chỉ xem
window-read-only = Tệp này đang được mở để ghi ở cửa sổ khác, hoặc chỉ cho đọc. Ở đây xem và in được; muốn sửa, hãy đóng cửa sổ kia rồi mở lại.
window-close = Đóng
window-cancel = Hủy
window-undo = Hoàn tác Ctrl Z
window-redo = Làm lại Ctrl Y
window-undone = Đã hoàn tác: { $label }
window-redone = Đã làm lại: { $label }
window-nothing-to-undo = Không còn gì để hoàn tác.
window-nothing-to-redo = Không có gì để làm lại.
window-saved-already = Mọi thay đổi đã được lưu. Chương trình tự lưu, không cần bấm lưu.
window-job-failed = Việc vừa rồi bị dừng giữa chừng vì lỗi của chương trình. Dữ liệu vẫn nguyên; hãy làm lại.
window-write-failed = Không ghi được tệp { $file } ({ $reason }). Hãy kiểm tra thư mục, quyền ghi và chỗ trống trên ổ đĩa rồi làm lại.
window-show-all = Xem tất cả
window-nothing-found = Không tìm thấy gì
window-nothing-found-cure = Hãy thử ít chữ hơn, hoặc chọn năm khác. Gõ không dấu cũng tìm được.

# Tệp dữ liệu.
window-open-other = Mở tệp khác…
window-data-files = Tệp dữ liệu Tập huấn
window-cannot-open = Chưa mở được tệp dữ liệu
window-try-again = Thử lại
window-restore = Lấy lại bản sao lưu…
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
window-samples-broken = Phần mẫu đi kèm chương trình bị lỗi ({ $detail }). Hãy cài lại chương trình.
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
window-task-over = Đã qua ngày, chưa kết thúc: { $title }
window-year = Năm { $year }
window-figure-sessions = lớp tập huấn
window-figure-delegates = lượt cán bộ

# Lớp tập huấn.
window-session-new = Lớp tập huấn mới
window-sessions-count = { $count } lớp
window-sessions-search = Tìm: tap huan 2020
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
window-new-title-placeholder = Tập huấn công tác Mặt trận năm 2026
window-new-hint = Chỉ cần tên lớp; những gì khác điền sau cũng được.
window-new-list = Sẽ được nhập vào lớp này
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
window-date-placeholder = 25/9/2026

# Đại biểu.
window-import-excel = Nhập từ Excel…
window-pick-list = Chọn danh sách đại biểu
window-lists = Danh sách (Excel, CSV)
window-imported = Đã nhập { $new } đại biểu mới, cập nhật { $update }, bỏ qua { $skipped } dòng.
window-no-delegates = Chưa có đại biểu
window-no-delegates-cure = Nhập danh sách của các xã từ Excel, hoặc kéo tệp thả vào cửa sổ này.
window-delegates-search = Tìm: nguyen van binh
window-all-count = Tất cả { $count }
window-column-number = STT
window-column-name = Họ và tên
window-column-gender = Giới
window-column-birth = Năm sinh
window-column-position = Chức vụ
window-column-unit = Đơn vị
window-column-cluster = Cụm
window-male = Nam
window-female = Nữ

# In ấn.
window-nothing-to-print = Chưa có gì để in
window-nothing-to-print-cure = Các giấy tờ in ra từ danh sách đại biểu. Hãy nhập danh sách trước.

# Cài đặt.
window-settings-above = Máy tính này và tệp dữ liệu
window-settings-window = Cửa sổ
window-settings-language = Ngôn ngữ
window-settings-language-hint = Giấy tờ luôn in bằng tiếng Việt.
window-settings-text-size = Cỡ chữ
window-settings-file = Tệp dữ liệu
window-settings-file-hint = Mọi thay đổi được lưu ngay vào tệp này.
window-settings-samples = Dữ liệu mẫu
window-settings-samples-hint = Bỏ năm lớp mẫu cùng những người chỉ có trong đó. Hoàn tác được.
window-remove-samples = Bỏ các lớp mẫu

# Phím tắt.
window-shortcuts = Phím tắt
window-key-find = Tìm
window-key-new = Thêm mới
window-key-print = Đến trang in
window-key-undo = Hoàn tác
window-key-redo = Làm lại
window-key-save = Lưu ngay ô đang gõ (chương trình tự lưu)
window-key-tab = Sang ô sau, về ô trước
window-key-arrows = Đi trong bảng
window-key-select = Chọn nhiều dòng, chọn tất cả
window-key-copy = Chép các dòng đã chọn sang Excel
window-key-enter = Mở dòng đang chọn, xong một ô
window-key-escape = Đóng hộp thoại, bỏ chữ vừa gõ

# Trang in.
window-print-before = CHUẨN BỊ
window-print-during = TẠI HỘI NGHỊ
window-print-after = SAU HỘI NGHỊ
window-print-scope = Cụm
window-print-whole = Tất cả, một tệp
window-print-each = Mỗi cụm một tệp
window-print-columns = Cột
window-print-birth = Năm sinh
window-print-position = Chức vụ
window-print-unit = Đơn vị
window-print-phone = Điện thoại
window-print-note = Ghi chú
window-print-rows = Dòng
window-print-group = Tiêu đề theo đơn vị
window-print-blank = Dòng trống thêm
window-print-blank-refused = Hãy gõ một số từ 0 đến 200.
window-print-paper = Khổ giấy A4
window-print-auto = Tự động
window-print-portrait = Dọc
window-print-landscape = Ngang
window-print-certificates-words = Mỗi đại biểu một trang, theo thứ tự danh sách.
window-print-page = Trang { $page } / { $pages }
window-print-fit-page = Vừa trang
window-print-fit-width = Vừa ngang
window-print-save = Lưu PDF
window-print-open = Mở
window-print-print = In
window-print-findings = { $count } điều cần xem trước khi in
window-print-left-out = Có { $people } đại biểu chưa xếp cụm nên không có trong tệp nào. Hãy xếp cụm ở danh sách đại biểu, hoặc chọn “Tất cả, một tệp”.
window-print-no-page = Chưa có trang nào để xem
window-print-no-preview = Không vẽ được trang này để xem trước. Vẫn có thể bấm “Mở” để xem bằng chương trình đọc PDF.
window-print-to-delegates = Đến danh sách đại biểu
window-print-path = Lưu vào
window-print-path-hint = Gõ đường dẫn của tệp; “~/” là thư mục riêng của bạn.
window-print-path-each = Gõ đường dẫn của tệp; mỗi cụm một tệp, thêm “-cum-1”, “-cum-2”… vào tên.
window-print-save-here = Lưu
window-print-replace-title = Thay tệp đã có?
window-print-replace-words = Đã có { $count } tệp trùng tên. Nếu thay, nội dung cũ của tệp sẽ mất.
window-print-replace = Thay
window-print-more = … và { $count } tệp nữa
window-print-saved = Đã lưu { $pages } trang vào { $file }
window-print-saved-all = Đã lưu { $count } tệp vào thư mục { $folder }
window-print-opened = Đang mở bằng chương trình đọc PDF.
window-print-queued = Đã gửi đến máy in. Hãy xem giấy ở máy in.
window-print-there = Chưa gửi thẳng đến máy in được, nên tệp được mở bằng chương trình đọc PDF: hãy bấm Ctrl+P ở đó để in.
window-print-no-viewer = Không mở được { $file } bằng chương trình đọc PDF. Hãy cài một chương trình đọc PDF, hoặc bấm “Lưu PDF” rồi in từ máy khác.
window-print-no-folder = Không có thư mục để ghi { $file }. Hãy chọn một thư mục có sẵn.
window-print-not-allowed = Không được phép ghi { $file }. Nếu tệp đang mở ở chương trình khác, hãy đóng lại; nếu không, hãy chọn thư mục khác.
window-print-disk-full = Ổ đĩa đầy nên chưa ghi được { $file }. Hãy xóa bớt tệp không cần, hoặc chọn ổ đĩa khác.
