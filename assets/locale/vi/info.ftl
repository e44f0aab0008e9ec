# Trang Thông tin của một lớp: đơn vị tổ chức, thành phần, khách mời, cụm, buổi.
window-key-shift = Đưa dòng đang mở lên, xuống
info-line-remove = Bỏ

info-organisers-none = Chưa ghi đơn vị nào. Giấy tờ lấy cơ quan trong Cài đặt.
info-organiser-add = Thêm đơn vị
info-organiser-new = Đơn vị mới
info-organiser-name = Tên đơn vị
info-organiser-role = Vai trò
info-organiser-needs-name = Đơn vị cần có tên. Muốn bỏ đơn vị này, hãy bấm “Bỏ”.

info-groups-none = Chưa ghi nhóm nào được triệu tập.
info-group-add = Thêm nhóm
info-group-new = Nhóm mới
info-group-name = Nhóm được triệu tập
info-group-needs-name = Nhóm cần có tên. Muốn bỏ nhóm này, hãy bấm “Bỏ”.
info-group-count = Số người
info-group-count-hint = 90 hoặc hơn 90
info-group-not-a-count = Hãy ghi một số từ 1 đến 99999, như 90; số ước chừng thì ghi “hơn 90”, “khoảng 90”.
info-group-total = Đây là tổng số của nhóm này và các nhóm sau
info-count-about = khoảng { $count }
info-called-exact = Triệu tập { $called } người · trong danh sách { $listed }
info-called-about = Triệu tập khoảng { $called } người · trong danh sách { $listed }
info-called-least = Triệu tập từ { $called } người trở lên · trong danh sách { $listed }
info-list-missing = Danh sách thiếu { $count } người so với số triệu tập ({ $listed }/{ $called }).
info-list-extra = Danh sách thừa { $count } người so với số triệu tập ({ $listed }/{ $called }).
info-list-rule-exact = Số ghi chính xác thì danh sách phải đúng số ấy. Nếu chỉ là số ước chừng, hãy ghi “khoảng” trước số.
info-list-rule-about = Số ước chừng được chênh một phần mười.

info-guests-none = Chưa ghi khách mời nào.
info-guest-add = Thêm người
info-guest-add-group = Thêm nhóm khách
info-guest-new = Khách mời mới
info-guest-new-group = Nhóm khách mới
info-guest-honorific = Xưng hô
info-guest-name = Họ và tên
info-guest-needs-name = Khách mời cần có tên. Muốn bỏ khách này, hãy bấm “Bỏ”.
info-guest-titles = Chức danh, theo thứ tự in
info-guest-title-next = Thêm một chức danh
info-guest-title-away = Muốn bỏ chức danh này, hãy bấm dấu ✕ bên cạnh.
info-guest-part = Việc tại hội nghị (khai mạc, chỉ đạo, bế mạc)
info-guest-group = Nhóm khách, bằng lời
info-guest-group-hint = Đại diện lãnh đạo các ban, ngành của quận
