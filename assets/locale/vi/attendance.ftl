# Điểm danh: dòng gõ bên danh sách đã ký, trang in và cách trả lời.
mark-line-unknown = “{ $part }” không đọc được. Gõ số thứ tự, thêm p (có phép), m (muộn), v (về sớm), c (có mặt), = tên người đi thay, hoặc + tên người ngoài danh sách.
mark-line-twice = Số { $number } gõ hai lần. Bỏ bớt một lần.
mark-line-range = “{ $part }” không phải một khoảng số. Gõ số nhỏ trước, ví dụ 12-15.
mark-line-no-name = “{ $part }” thiếu tên. Gõ họ tên ngay sau dấu.
mark-page-no-number = Trang này không có số { $number }. Xem lại số trên trang giấy.
mark-page-blank = Số { $number } là dòng để trống trên trang. Người ghi tay vào đó gõ bằng dấu +, ví dụ +Lê Văn C, xã Tam An.
mark-page-which-column = Trang này có nhiều cột ký. Gõ S:, C: hoặc T: trước các số, hoặc chọn cột.
mark-page-no-column = Trang này không có cột ký của buổi đó.
mark-page-no-sitting = Trang này không có cột ký cho buổi nào.
attendance-present = Có mặt
attendance-late = Đến muộn
attendance-left-early = Về sớm
attendance-excused = Vắng có phép
attendance-absent = Vắng
attendance-substituted = Người khác dự thay
attendance-invited = Triệu tập
attendance-unmarked = Chưa điểm danh
attendance-state = Tình trạng
attendance-closed = đã khóa
attendance-placeholder = Gõ tên hoặc STT rồi Enter, hoặc quét thẻ
attendance-keys = Enter có mặt · F2 có phép · F3 vắng · F4 muộn · F5 về sớm · F6 đi thay · Ctrl Z
attendance-keys-conference = Enter có mặt · F2 có lý do · F3 vắng · F4 muộn · F5 về sớm · F6 đi thay · Ctrl Z
attendance-excused-conference = Vắng có lý do
attendance-all-present = Tất cả có mặt
attendance-close = Khóa buổi
attendance-open = Mở lại buổi
attendance-close-title = Khóa điểm danh buổi này?
attendance-close-words = Ai cũng đã được điểm danh. Khóa rồi vẫn mở lại được.
attendance-close-open = Còn { $count } người chưa điểm danh: khóa rồi sẽ tính là vắng. Vẫn mở lại được.
attendance-open-title = Mở lại điểm danh buổi này?
attendance-open-words = Ghi lý do, để sau này biết vì sao số có mặt thay đổi.
attendance-open-reason = Lý do
attendance-closed-words = Buổi này đã khóa: ai chưa điểm danh thì tính là vắng. Muốn sửa thì mở lại buổi.
attendance-no-sitting = Cụm này chưa có buổi nào
attendance-no-sitting-cure = Thêm ngày và buổi ở Chương trình rồi điểm danh.
attendance-to-programme = Mở Chương trình
attendance-no-number = Cụm này không có số thứ tự { $number }.
attendance-nobody = Không có ai tên “{ $typed }” trong cụm này.
attendance-several = Có { $count } người khớp với “{ $typed }”. Gõ thêm, hoặc bấm vào dòng rồi Enter.
attendance-unknown-code = Mã { $code } không phải mã thẻ đại biểu. Quét lại, hoặc gõ tên.
attendance-other-session = Thẻ { $code } là của lớp khác.
attendance-other-cluster = { $name } thuộc { $cluster }. Chọn { $cluster } ở trên rồi điểm danh.
attendance-no-cluster = { $name } chưa xếp vào cụm nào. Xếp cụm ở Đại biểu rồi điểm danh.
attendance-already = { $name } đã được điểm danh lúc { $at }.
attendance-marked = Đã điểm danh { $count } người.
attendance-nothing-to-undo = Máy này không còn lần điểm danh nào để rút lại.
attendance-undone = Đã rút lại lượt điểm danh.
attendance-undo-overtaken = Chưa rút lại được: sau việc này đã có thay đổi khác. Hãy mở Nhật ký để hoàn tác từ việc mới nhất.
attendance-all-marked = Ai cũng đã được điểm danh.
attendance-said-present = { $name } có mặt.
attendance-said-late = { $name } đến muộn.
attendance-said-left-early = { $name } về sớm.
attendance-said-excused = { $name } vắng, đã báo trước.
attendance-said-absent = { $name } vắng.
attendance-said-substituted = Có người dự thay { $name }.
attendance-no-page = Không có trang nào của lớp này mang mã { $code }. Xem lại mã ở chân trang giấy.
attendance-page-before = Trang { $code } in từ trước khi chương trình ghi lại các dòng trên trang. In lại trang này rồi điểm danh.
attendance-page-on = Trang { $page }/{ $pages } · mã { $code }
attendance-page-hint = VẮNG trên trang { $page }/{ $pages }{ $column }: gõ STT, ví dụ 3 7p 12-15; để trống nếu đủ
attendance-page-keys = p có phép · m muộn · v về sớm · c có mặt · 20=Tên người đi thay · +Tên, đơn vị: người ngoài danh sách · S: C: T: chọn cột · Esc bỏ trang
attendance-page-told = Sẽ ghi { $present } có mặt{ $substituted ->
        [0] {""}
       *[other] {" "}(trong đó { $substituted } đi thay)
    }, { $excused } { $leave }, { $absent } vắng{ $walk-ins ->
        [0] {""}
       *[other] , thêm { $walk-ins } người ngoài danh sách
    }{ $changed ->
        [0] {""}
       *[other] ; đổi { $changed } người đã điểm danh
    }{ $kept ->
        [0] {""}
       *[other] ; { $kept } người đã ký ở tờ khác nên vẫn có mặt
    }{ $gone ->
        [0] {""}
       *[other] ; bỏ qua { $gone } người trên trang đã rút tên
    }. { $names } – Enter lần nữa để ghi.
attendance-page-ended = Đã quét một thẻ nên trang đang nhập được bỏ, chưa ghi gì. Gõ lại mã trang nếu cần, hoặc quét thẻ lần nữa.
mark-name-several = Có { $count } người tên { $name }. Gõ thêm đơn vị sau dấu phẩy, ví dụ { $name }, xã Tam An.
attendance-substituted-by = { $name } dự thay
attendance-newcomer = Người mới
attendance-known-newcomer = người có trong sổ cán bộ
attendance-page-entered = đã nhập
attendance-page-replace = Ghi đè lần trước
attendance-page-join = Gộp chữ ký
attendance-page-again = Cột này của trang đã nhập rồi. Chọn “Ghi đè lần trước” (lần trước gõ sai) hoặc “Gộp chữ ký” (ai ký một trong hai tờ là có mặt) rồi Enter.
attendance-already-listed = { $name } đã có trong danh sách của { $cluster }. Điểm danh ở dòng của người đó.
attendance-walk-in = Người ngoài danh sách
attendance-walk-in-title = Thêm người đến ngoài danh sách
attendance-walk-in-words = Người này nhận số thứ tự kế tiếp, đứng ở phần Bổ sung, và được ghi có mặt buổi này. Danh sách chưa chốt sẽ được chốt để số của người khác giữ nguyên.
attendance-walk-in-add = Thêm, có mặt
attendance-substitute-title = Ai dự thay { $name }?
attendance-substitute-add = Ghi đi thay
attendance-substitute-whom = Gõ tên hoặc STT của người được thay, hoặc bấm vào dòng của họ, rồi F6.
attendance-notice-title = { $name } báo vắng trước
attendance-notice-came = { $name } đã được điểm danh có mặt ({ $sitting }) nên không báo vắng được buổi này. Sửa điểm danh buổi ấy trước, hoặc mở buổi vắng rồi chọn “Từ buổi này”.
attendance-notice-written = Đã ghi báo vắng của { $name }
attendance-notice-add = Ghi báo vắng
attendance-notice-reason = Lý do
attendance-notice-sent = Cử ai đi thay (để trống nếu không có)
attendance-newcomer-no-name = Gõ họ tên rồi ghi.
attendance-newcomer-who = Đã có người tên này:
attendance-newcomer-delegate = Đại biểu của lớp · { $unit }
attendance-newcomer-known = Có trong sổ cán bộ · { $place }
attendance-newcomer-listed = { $name } đã là đại biểu của lớp: điểm danh ở dòng của người đó, hoặc chọn Người mới.
attendance-reach = Áp dụng
attendance-reach-sitting = Buổi này
attendance-reach-onward = Từ buổi này
attendance-reach-session = Cả lớp
attendance-menu-substitute = Người khác dự thay…
attendance-menu-notice = Báo vắng trước, cử người thay…
attendance-menu-take-back = Bỏ lượt điểm danh này
attendance-menu-forget = Bỏ báo vắng trước
attendance-expected-excused = Đã báo vắng { $reason }
attendance-expected-substitute = Cử { $name } đi thay { $reason }
attendance-look-people = Từng người
attendance-look-units = Theo đơn vị · { $missing }/{ $count } chưa có ai
attendance-look-pages = Nhập từ giấy
attendance-no-pages = Chưa in danh sách ký tên nào
attendance-no-pages-cure = In Danh sách ký tên ở In ấn: mỗi trang mang một mã, sau buổi họp nhập lại theo trang. Trang in từ trước không có mã thì chọn Từng người rồi gõ số thứ tự.
attendance-page = Trang
attendance-page-code = Mã trang
attendance-page-column = Cột ký
attendance-page-printed = In lúc
attendance-page-open = Chưa nhập
attendance-pages-missing = Chưa nhập { $open }/{ $count } cột ký. Gõ mã 8 số ở chân trang rồi Enter, bấm vào dòng, hoặc Enter để mở trang kế tiếp.
attendance-all-entered = Mọi trang đã in đều đã nhập.
attendance-close-pages = Còn { $count } cột ký trên giấy chưa nhập: người ký ở đó sẽ thành vắng.
attendance-contact = Gọi cho
attendance-unmarked-short = Chưa
attendance-walk-in-offer = Thêm “{ $name }”…
attendance-page-done = Đã nhập
attendance-notice-onward = từ { $sitting }
attendance-summary = Tổng hợp điểm danh
attendance-receipts-told = Sẽ ghi { $received } người đã nhận, { $others } người chưa nhận{ $gone ->
        [0] {""}
       *[other] ; bỏ qua { $gone } người trên trang đã rút tên
    }. { $names } – Enter lần nữa để ghi.
attendance-receipts-hint = CHƯA NHẬN trên trang { $page }/{ $pages }: gõ STT, ví dụ 3 7; 20=Trần Thị B là nhận thay; để trống nếu đủ
attendance-receipted = Đã ghi { $count } người của danh sách ký nhận; { $already } người đã ghi từ trước.
attendance-closed-now = Đã khóa buổi.
attendance-board = Toàn màn hình
attendance-board-title = Đơn vị chưa có mặt: { $count }/{ $units }
attendance-board-close = Đóng
attendance-list-hint = VẮNG của cả cụm{ $column }: gõ STT được đọc qua điện thoại, ví dụ 3 7p 12-15; để trống nếu đủ
attendance-list-on = Cả cụm · { $count } người · không có mã trang
attendance-by-list = Nghe đọc STT
attendance-papers-title = Giấy đã in không còn đúng số liệu
attendance-papers-words = Những giấy này đã in trước khi khóa buổi; bản in cũ không còn đúng.
attendance-print-again = In lại
attendance-paper-changed = In { $when } · { $count }/{ $pages } trang nay khác
