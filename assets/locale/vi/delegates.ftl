# Đại biểu.
window-import-excel = Nhập từ Excel…
window-pick-list = Chọn danh sách đại biểu
window-lists = Danh sách (Excel, Word, CSV)
window-imported = Đã nhập { $new } đại biểu mới{ $update ->
    [0] {""}
   *[other] , cập nhật { $update }
}{ $left ->
    [0] {""}
   *[other] ; { $left } dòng chưa nhập, xem lại ở nút “Đã nhập”
}.
window-delegates-renamed = Đã đổi “{ $before }” thành “{ $after }”, cả trong sổ cán bộ. Nếu đó là người khác đi thay, hãy hoàn tác (Ctrl Z) rồi chọn “Báo vắng, cử người thay…”.
window-no-delegates = Chưa có đại biểu
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

# Đại biểu: bảng, khung sửa, thêm mới, chia cụm, chốt.
window-delegates-paste = Dán
window-delegates-add = Thêm đại biểu
window-delegates-empty-cure = Nhập danh sách của các xã từ Excel, chép trong Excel rồi bấm Dán, thêm từng người, hoặc kéo tệp thả vào cửa sổ này.
window-delegates-nothing-cure = Hãy thử ít chữ hơn, hoặc chọn cụm khác. Gõ không dấu cũng tìm được.
window-delegates-show-all = Bỏ tìm kiếm
window-delegates-by-number = Theo STT
window-delegates-by-name = Theo tên
window-delegates-by-gender = Theo giới
window-delegates-by-birth = Theo năm sinh
window-delegates-by-position = Theo chức vụ
window-delegates-by-unit = Theo đơn vị
window-delegates-by-cluster = Theo cụm
window-delegates-no-cluster = Chưa xếp cụm
window-delegates-no-cluster-count = Chưa xếp cụm · { $count }
window-delegates-dragged = { $count } đại biểu
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
window-delegates-new = Đại biểu mới
window-delegates-new-hint = Chỉ cần họ tên. Enter: lưu và mở phiếu trống tiếp theo.
window-delegates-namesakes = Sổ cán bộ có { $count } người tên này
window-delegates-namesake-which = Là ai?
window-delegates-namesake-another = Người khác, chưa có trong sổ
window-delegates-namesake-listed = { $who } (đã có trong lớp)
window-delegates-namesake-bare = Chưa ghi chức vụ, đơn vị
window-delegates-namesake-again = Sổ cán bộ đã có người tên này. Đúng người ấy thì chọn bên dưới; là người khác thì lưu lần nữa.
window-delegates-save-next = Lưu, thêm tiếp
window-delegates-form-begun = Đang nhập dở một đại biểu khác. Hãy lưu hoặc đóng mẫu ấy trước.
window-delegates-imported = Đã nhập
window-delegates-imported-title = Các danh sách đã nhập
window-delegates-imported-none = Lớp này chưa nhập danh sách nào từ tệp.
window-delegates-imported-counts = { $when } · { $new } mới{ $update ->
    [0] {""}
   *[other] , { $update } cập nhật
}{ $same ->
    [0] {""}
   *[other] , { $same } có sẵn
}{ $duplicate ->
    [0] {""}
   *[other] , { $duplicate } bỏ qua vì nghi trùng
}{ $error ->
    [0] {""}
   *[other] , { $error } dòng lỗi
}
window-delegates-left = Chưa nhập: { $counts }
window-delegates-left-doubtful = { $count } nghi ngờ
window-delegates-left-not-understood = { $count } dòng chưa rõ là gì
window-delegates-left-out = { $count } để ngoài
window-delegates-left-note = { $count } ghi chú
window-delegates-left-look = Xem các dòng này
window-delegates-left-title = Dòng chưa nhập của { $file }
window-delegates-left-text = Nội dung trong tệp
window-delegates-left-none = Không còn dòng nào chưa nhập.
window-delegates-left-most = Tệp có { $all } dòng chưa nhập. Ở đây chỉ giữ { $kept } dòng đầu; xem các dòng còn lại trong chính tệp đó.
window-delegates-left-back = Các danh sách khác
window-delegates-left-take = Đưa vào lớp…
window-delegates-left-from = Trong tệp, dòng { $line }: { $text }
window-delegates-removed-certified = Đã rút tên. Giấy chứng nhận số { $numbers } vẫn có hiệu lực: hủy hay giữ thì quyết ở Kết quả, Đối chiếu
window-delegates-left-hint = So với dòng trong tệp rồi lưu. Lưu xong sẽ trở lại các dòng chưa nhập.
window-list-form = Mẫu danh sách để gửi các xã…
window-list-form-short = Mẫu danh sách
window-list-form-pick = Lưu mẫu danh sách để gửi các xã
window-list-form-saved = Đã lưu mẫu danh sách vào { $file }. Gửi tệp này để các xã, phường điền; khi nhận lại thì nhập vào đây.
window-delegates-export = Xuất Excel…
window-delegates-exported = Đã xuất danh sách ra { $file }. Tệp có { $columns } của { $count } người.
window-delegates-fix = Chốt danh sách
window-delegates-number-by-name = STT theo tên A–Z
window-delegates-number-by-unit = STT theo đơn vị
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
window-delegates-announce = Báo vắng, cử người thay…
window-delegates-withdrawn-count = Đã rút tên · { $count }
