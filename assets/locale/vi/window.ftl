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

# Đại biểu: bảng, khung sửa, thêm mới, chia cụm, chốt.
window-delegates-paste = Dán
window-delegates-add = Thêm đại biểu
window-delegates-empty-cure = Nhập danh sách của các xã từ Excel, chép trong Excel rồi bấm Dán, thêm từng người, hoặc kéo tệp thả vào cửa sổ này.
window-delegates-nothing-cure = Hãy thử ít chữ hơn, hoặc chọn cụm khác. Gõ không dấu cũng tìm được.
window-delegates-show-all = Bỏ từ tìm
window-delegates-by-number = Theo STT
window-delegates-by-name = Theo tên
window-delegates-by-gender = Theo giới
window-delegates-by-birth = Theo năm sinh
window-delegates-by-position = Theo chức vụ
window-delegates-by-unit = Theo đơn vị
window-delegates-by-cluster = Theo cụm
window-delegates-no-cluster = Chưa xếp cụm
window-delegates-no-cluster-count = Chưa xếp cụm · { $count }
window-delegates-shown = { $count } dòng
window-delegates-shown-selected = { $count } dòng · đã chọn { $selected }
window-delegates-gender = Giới tính
window-delegates-phone = Điện thoại
window-delegates-note = Ghi chú
window-delegates-move = Chuyển cụm
window-delegates-choose-cluster = Chọn cụm
window-delegates-by-rule = Theo đơn vị
window-delegates-several-clusters = Ở nhiều cụm
window-delegates-remove = Rút tên
window-delegates-put-back = Đưa trở lại
window-delegates-withdrawn = Đã rút tên
window-delegates-fixed-number = STT { $number } đã chốt
window-delegates-supplementary = Bổ sung
window-delegates-same-name = { $count } người cùng tên
window-delegates-selected = { $count } đại biểu đã chọn
window-delegates-several-hint = Giữ Ctrl hoặc Shift khi bấm để chọn thêm; Ctrl A chọn tất cả.
window-delegates-copy = Chép sang Excel
window-delegates-new = Đại biểu mới
window-delegates-new-hint = Chỉ cần họ tên. Enter: lưu và mở phiếu trống tiếp theo.
window-delegates-save-next = Lưu, thêm tiếp
window-delegates-fix = Chốt danh sách
window-delegates-reopen = Mở lại danh sách
window-delegates-fixed = Đã chốt
window-delegates-fixed-some = Đã chốt { $fixed }/{ $all } cụm
window-delegates-divide = Chia cụm…
window-delegates-divide-title = Chia cụm
window-delegates-divide-words = Mỗi đơn vị được giữ trọn trong một cụm; các cụm đều nhau nhất có thể. Sau đó vẫn chuyển từng người được.
window-delegates-divide-by-clusters = Theo số cụm
window-delegates-divide-by-seats = Theo số chỗ
window-delegates-divide-clusters = cụm
window-delegates-divide-seats = chỗ mỗi cụm
window-delegates-divide-number = Gõ một số từ 1 đến { $most }.
window-delegates-divide-stay = Đơn vị đã thuộc một cụm thì ở nguyên cụm đó
window-delegates-divide-result = { $count } đại biểu vào { $clusters } cụm
window-delegates-divide-units = { $count } đơn vị
window-delegates-divide-apply = Chia cụm
window-key-import = Nhập danh sách từ Excel
window-key-paste = Dán danh sách đã chép trong Excel
window-key-delete = Rút tên các dòng đã chọn

# Xem trước danh sách trước khi nhập.
window-import-title = Nhập danh sách đại biểu
window-import-pasted = Danh sách đã dán
window-import-apply = Nhập { $count } đại biểu
window-import-writing = Đang nhập…
window-import-reading = Đang đọc { $file }
window-import-reading-words = Chưa có gì được ghi vào lớp. Bấm Hủy để thôi.
window-import-refused = Chưa đọc được danh sách
window-import-another = Đổi tệp…
window-import-header = tiêu đề ở dòng { $row }
window-import-columns = Đã nhận ra: { $columns }
window-import-row = Dòng
window-import-state = Kết quả
window-import-reason = Lý do
window-import-new = Mới
window-import-update = Cập nhật
window-import-same = Có sẵn
window-import-duplicate = Nghi trùng
window-import-error = Lỗi
window-import-count-new = { $count } mới
window-import-count-update = { $count } cập nhật
window-import-count-same = { $count } có sẵn
window-import-count-duplicate = { $count } nghi trùng
window-import-count-error = { $count } lỗi
window-import-left-out = { $count } dòng nghi trùng hoặc lỗi sẽ được bỏ qua. Chọn một dòng để xem lý do và cách sửa.
window-import-nothing-written = Chưa có gì được ghi vào lớp. Nhập rồi vẫn hoàn tác được.
