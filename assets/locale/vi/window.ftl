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

# Cơ quan, đầu giấy và người ký.
window-office-card = Cơ quan
window-office-add = Thêm cơ quan
window-office-choose = Cơ quan đang xem
window-office-create = Thêm
window-office-new-name = Tên cơ quan mới
window-office-new-hint = Gõ tên đầy đủ. Đầu giấy, địa danh và người ký điền sau.
window-office-none = Chưa có cơ quan
window-office-none-cure = Tên, đầu giấy và người ký in trên mọi giấy tờ; chỉ điền một lần.
window-office-name = Tên đầy đủ
window-office-name-example = Ủy ban MTTQ Việt Nam huyện Phú Ninh
window-office-short = Tên gọn trong cửa sổ này
window-office-place = Địa danh
window-office-place-hint = Đứng trước ngày tháng trên giấy tờ.
window-office-pattern = Mẫu số giấy chứng nhận
window-office-pattern-hint = { $place } là chỗ của số. In ra: { $example }
window-office-letterhead = Đầu giấy
window-office-capitals = Viết hoa các dòng
window-office-profile = Bên phải in
window-office-profile-state = Quốc hiệu (Nhà nước, MTTQ)
window-office-profile-party = Đảng Cộng sản Việt Nam
window-office-superior = Cơ quan chủ quản
window-office-issuer = Cơ quan ban hành
window-office-one-more = Thêm một dòng, nếu có
window-office-lines-hint = Mỗi ô một dòng; ô để trống không in. Lớp đã kết thúc giữ đầu giấy cũ.
window-office-sheet = Khi in ra
window-office-signatories = Người ký
window-office-signatories-none = Chưa có người ký: danh sách in “XÁC NHẬN” và để trống chỗ ký.
window-office-signatories-hint = Người đương chức đầu tiên trong danh sách ký các giấy tờ.
window-office-signatory-add = Thêm người ký
window-office-signatory-removed = Đã bỏ một người ký.
window-office-signer-unnamed = Chưa có tên
window-office-signs = Đang ký
window-office-left = Thôi chức { $date }
window-office-authority = Quyền hạn (TM., TL., TUQ.)
window-office-authority-more = Dòng tiếp (KT.)
window-office-title = Chức vụ
window-office-signer = Họ và tên
window-office-from = Nhận chức
window-office-until = Thôi chức
window-office-until-hint = Để trống khi còn đương chức.
window-office-up = Lên
window-office-down = Xuống
window-office-remove = Bỏ người này
window-office-backup = Sao lưu…
window-office-backup-title = Lưu một bản sao của tệp dữ liệu
window-office-backed-up = Đã sao lưu vào { $file }
window-office-backup-itself = Không thể sao lưu đè lên tệp đang mở. Hãy chọn tên khác hoặc thư mục khác, tốt nhất là USB.
window-office-check = Kiểm tra tệp
window-office-checking = Đang đọc toàn bộ tệp…
window-office-sound = Tệp nguyên vẹn: đã đọc toàn bộ và không thấy hỏng chỗ nào.
window-office-damaged = Tệp có { $count } chỗ hỏng ({ $detail }). Hãy sao lưu ngay những gì còn đọc được, rồi mở bản sao lưu gần nhất.
