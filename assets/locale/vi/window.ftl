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
window-saved-file = Đã lưu { $file }.
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
window-save-pdf = Lưu PDF…

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

# Thông tin của một lớp.
window-info-title-in-text = Tên trong văn bản
window-info-title-in-text-hint = Nếu khác tên lớp
window-info-time-note = Ghi chú thời gian
window-info-time-note-hint = Khai giảng 7 giờ 30 sáng 25/9
window-info-plan-number = Số kế hoạch
window-info-decision-number = Số quyết định
window-info-more = Thêm
window-info-context = Bối cảnh
window-info-reason = Lý do chia cụm
window-info-slogan = Khẩu hiệu
window-info-discussion = Thảo luận, giải đáp
window-info-difficulties = Khó khăn, vướng mắc
window-info-closing = Phát biểu kết thúc
window-info-outcome = Kết quả
window-info-end = Kết thúc lớp
window-info-reopen = Mở lại lớp
window-info-copy = Tạo từ lớp này…
window-info-delete = Xóa lớp
window-info-copy-title = Tạo lớp mới từ lớp này
window-info-copy-hint = Các ngày khác dời theo ngày này. Để trống thì điền ngày sau.
window-info-copy-what = Mang theo
window-info-copy-clusters = Cụm, địa điểm và các buổi
window-info-copy-programme = Chương trình và báo cáo viên
window-info-copy-guests = Khách mời
window-info-copy-delegates = Đại biểu đang có trong danh sách
window-info-clusters = Cụm
window-info-no-clusters = Chưa có cụm nào. Lớp họp ở một nơi cũng thêm một cụm để ghi các buổi.
window-info-cluster-add = Thêm cụm
window-info-cluster-remove = Bỏ cụm
window-info-cluster-name = Tên cụm
window-info-move-up = Lên
window-info-move-down = Xuống
window-info-capacity = Sức chứa
window-info-expected = Dự kiến
window-info-actual = Thực tế
window-info-lead = Người phụ trách
window-info-serves = Các đơn vị
window-info-serves-hint = Xã Tam Đại; Xã Tam Dân
window-info-not-a-number = Hãy ghi một số, như 90.
window-info-units-count = { $count } đơn vị
window-info-sittings-count = { $count } buổi
window-info-sittings = Buổi
window-info-no-sittings = Chưa có buổi nào.
window-info-morning = Sáng
window-info-afternoon = Chiều
window-info-evening = Tối
window-info-make-sittings = Tạo buổi từ ngày:
window-info-make-needs-days = Có ngày của lớp hay của cụm thì tạo được các buổi:
window-info-make-both = Sáng và chiều
window-info-sittings-made = Đã tạo { $count } buổi.
window-info-sittings-there = Các buổi ấy đã có đủ.
window-info-organisers = Đơn vị tổ chức
window-info-role-lead = Chủ trì
window-info-role-partner = Phối hợp
window-info-role-remote = Điểm cầu
window-info-role-certifier = Cấp chứng nhận
window-info-audience = Thành phần
window-info-audience-exact = { $count } người
window-info-audience-about = khoảng { $count } người
window-info-audience-total = tổng { $count } người
window-info-audience-about-total = tổng khoảng { $count } người
window-info-guests = Khách mời
window-info-note-more = Phần nào là giả định?
window-info-note-less = Thu gọn
