# reconcile

## Ký nhận tiền, tài liệu, giấy chứng nhận
mark-receipt-only-numbers = Trang này là danh sách ký nhận, không phải điểm danh một buổi. Chỉ ghi số của người chưa ký, ví dụ 3 7 12-15; người nhận thay thì gõ 20=Trần Thị B.
receipt-received = đã nhận
receipt-received-by = { $name } nhận thay
receipt-not-received = chưa nhận

## Đối chiếu
reconcile = Đối chiếu
reconcile-back = Về điểm danh
reconcile-print = In bảng đối chiếu
reconcile-only-disagreeing = Chỉ những dòng không khớp
reconcile-all-agree = Không có dòng nào không khớp
reconcile-all-agree-cure = Mọi lượt điểm danh, chữ ký nhận và giấy chứng nhận đã nhập đều khớp nhau.
reconcile-told = { $disagree } dòng không khớp trong số { $lines } người.
reconcile-nothing = Chưa có gì để đối chiếu
reconcile-nothing-cure = Chưa điểm danh buổi nào và chưa nhập danh sách ký nhận nào. Gõ mã trang đã ký ở thẻ Điểm danh.
reconcile-money = Nhận tiền
reconcile-documents = Nhận tài liệu
reconcile-certificate = Giấy chứng nhận
reconcile-signed = Ký tên
reconcile-reason = Lý do không khớp
reconcile-yes = có
reconcile-no = không
reconcile-struck = đã rút tên
reconcile-paid-away = Vắng nhưng đã nhận tiền
reconcile-present-unpaid = Có mặt nhưng chưa nhận tiền
reconcile-documents-away = Vắng nhưng đã nhận tài liệu
reconcile-present-without-documents = Có mặt nhưng chưa nhận tài liệu
reconcile-certified-away = Vắng nhưng có giấy chứng nhận
reconcile-signed-without-certificate = Ký nhận giấy chứng nhận nhưng chưa được cấp
reconcile-withdrawn = Đã rút tên nhưng vẫn có ký
reconcile-people = Từng người
reconcile-units = Theo đơn vị
reconcile-certified = Chứng nhận
reconcile-disagree = Không khớp
reconcile-figures = Từng con số
reconcile-sitting = Buổi
reconcile-figure = Con số
reconcile-count = Số
reconcile-note = Ghi chú
reconcile-absent = Vắng { $word }
reconcile-behind = { $place } · { $figure }: { $count } người
