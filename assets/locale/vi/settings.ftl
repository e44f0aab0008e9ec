# Cài đặt.
window-settings-above = Máy tính này và tệp dữ liệu
window-settings-window = Cửa sổ
window-settings-language = Ngôn ngữ
window-settings-language-hint = Giấy tờ luôn in bằng tiếng Việt.
window-settings-text-size = Cỡ chữ
window-settings-text-size-room = Màn hình này không đủ chỗ cho cỡ chữ { $chosen }%, nên đang hiện { $shown }%. Trên màn hình lớn hơn sẽ là { $chosen }%.
window-settings-file = Tệp dữ liệu
window-settings-file-hint = Mọi thay đổi được lưu ngay vào tệp này.
window-settings-samples = Dữ liệu mẫu
window-settings-samples-hint = Bỏ năm lớp mẫu cùng những người chỉ có trong đó. Hoàn tác được.
window-remove-samples = Bỏ các lớp mẫu

# Cơ quan, đầu giấy và người ký.
window-office-card = Cơ quan
window-office-add = Thêm cơ quan
window-office-choose = Cơ quan đang xem
window-office-create = Thêm
window-office-new-name = Tên cơ quan mới
window-office-new-hint = Gõ tên đầy đủ. Phần đầu văn bản, địa danh và người ký điền sau.
window-office-none = Chưa có cơ quan
window-office-none-cure = Tên, phần đầu văn bản và người ký in trên mọi giấy tờ; chỉ điền một lần.
window-office-name = Tên đầy đủ
window-office-name-example = Ủy ban MTTQ Việt Nam huyện Phú Ninh
window-office-short = Tên gọn trong cửa sổ này
window-office-place = Địa danh
window-office-place-hint = Đứng trước ngày tháng trên giấy tờ.
window-office-logo = Biểu trưng
window-office-logo-choose = Chọn ảnh…
window-office-logo-other = Chọn ảnh khác…
window-office-logo-remove = Bỏ biểu trưng
window-office-logo-files = Ảnh PNG, JPEG
window-office-logo-hint = In trên giấy chứng nhận, thay cho bông sen, và trên thẻ đại biểu. Ảnh PNG hoặc JPEG.
window-office-letterhead = Phần đầu văn bản
window-office-capitals = In hoa các dòng
window-office-profile = Bên phải in
window-office-profile-state = Quốc hiệu (Nhà nước, MTTQ)
window-office-profile-party = Đảng Cộng sản Việt Nam
window-office-superior = Cơ quan chủ quản
window-office-issuer = Cơ quan ban hành
window-office-one-more = Thêm một dòng, nếu có
window-office-lines-hint = Mỗi ô một dòng; ô để trống không in. Lớp đã kết thúc giữ phần đầu văn bản cũ.
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
window-office-signature = Ảnh chữ ký
window-office-signature-remove = Bỏ ảnh chữ ký
window-office-signature-used = Đã in lên { $count } giấy chứng nhận, lần cuối { $at }.
window-office-signature-hint = Chỉ in lên giấy chứng nhận khi chọn “In ảnh chữ ký của người ký” ở In ấn. Ảnh không đi theo mẫu giấy, gói dữ liệu.
window-office-up = Lên
window-office-down = Xuống
window-office-remove = Bỏ người này
window-office-backup = Lưu một bản sao…
window-office-backup-title = Lưu một bản sao của tệp dữ liệu
window-office-backed-up = Đã sao lưu vào { $file }
window-office-backup-itself = Không thể sao lưu đè lên tệp đang mở. Hãy chọn tên khác hoặc thư mục khác, tốt nhất là USB.
window-office-check = Kiểm tra tệp
window-office-checking = Đang đọc toàn bộ tệp…
window-office-sound = Tệp nguyên vẹn: đã đọc toàn bộ và không thấy hỏng chỗ nào.
window-check-damage = Tệp có chỗ hỏng. Hãy mở “Xem các bản sao lưu…” và khôi phục bản gần nhất còn tốt (chi tiết cho người hỗ trợ: { $detail }).
window-check-dangling = { $count ->
   *[other] Có { $count } dòng nhắc đến dòng không còn ({ $detail }). Phần còn lại vẫn dùng được; hãy gửi tệp cho người hỗ trợ.
}
window-check-bad-text = Có chữ không đọc được, do chương trình khác ghi vào: { $where }.
window-check-mend = Thay chữ hỏng bằng dấu “�”
window-check-mended = Đã thay { $count } chỗ chữ hỏng bằng dấu “�”. Hãy tìm dấu này và gõ lại cho đúng.
window-check-elsewhere = Chương trình khác đã sửa { $count } dòng: { $names }. Nếu đúng là cơ quan đã sửa, hãy chấp nhận; nếu không, hãy so với bản sao lưu gần nhất.
window-check-accept = Chấp nhận các thay đổi này
window-check-accepted = Đã chấp nhận các thay đổi do chương trình khác ghi.
window-check-spoiled = { $count } dòng không còn như lúc ghi, có thể do ổ đĩa: { $names }. Hãy so với bản sao lưu gần nhất, rồi sửa lại hoặc khôi phục bản đó.
window-check-somebody = dòng { $row } ({ $kind })
window-check-one = { $name } ({ $kind })
window-check-kind = { $table ->
    [person] cán bộ
    [delegate] đại biểu
    [attendance_mark] điểm danh
    [certificate] giấy chứng nhận
    [session] lớp
    [unit] đơn vị
    [topic] chuyên đề
    [organisation] cơ quan
    [operation] lịch sử
    [row_change] lịch sử
   *[other] phần { $table }
}
settings-computer = Tên máy này
settings-computer-hint = Ghi kèm mỗi lần điểm danh trên máy này, để biết làm ở máy nào khi gộp điểm danh của các hội trường.
settings-computer-example = Ví dụ: Máy hội trường 1
settings-computer-long = Tên máy dài quá { $most } chữ. Viết ngắn lại.

settings-office = Cơ quan, người ký
settings-window = Cửa sổ
settings-file = Tệp và sao lưu
settings-personal = Dữ liệu cá nhân

settings-about = Giới thiệu
about-version = Phiên bản
about-system = Hệ điều hành
about-data-file = Tệp dữ liệu
about-log = Nhật ký lỗi
about-window = Cửa sổ
about-copy = Chép thông tin để nhờ giúp
about-copy-hint = Bấm nút dưới đây rồi dán vào Zalo hoặc thư cho người giúp. Trong đó có phiên bản, nơi để tệp và các lỗi gần đây, không có danh sách.
about-copied = Đã chép. Dán vào Zalo hoặc thư bằng Ctrl V.
about-open-log = Mở thư mục nhật ký lỗi
about-licences = Giấy phép
about-licences-hint = Chương trình dùng các thư viện, phông chữ và biểu tượng sau đây. Bấm vào từng dòng để đọc giấy phép của chúng.
about-no-log = Chưa có lỗi nào được ghi lại trên máy này, nên chưa có thư mục nhật ký.
