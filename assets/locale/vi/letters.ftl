# Tùy chọn của công văn, tờ trình, quyết định phê duyệt, kịch bản, khen thưởng.
letters-asked = Gửi
letters-asked-unit = Mỗi đơn vị một công văn
letters-addressees = Kính gửi
letters-addressees-hint = Cách nhau bằng dấu chấm phẩy; để trống thì gửi các đơn vị được triệu tập.
letters-deadline = Hạn gửi danh sách
letters-contact = Người liên hệ
letters-bring = Mang theo
letters-expenses = Kinh phí
letters-expenses-hint = Để trống thì ghi: thực hiện theo quy định hiện hành.
letters-addressee = Kính gửi
letters-addressee-hint = Để trống thì gửi cơ quan cấp trên ở phần đầu văn bản.
letters-cost-says = Tổng kinh phí và nguồn kinh phí lấy từ giấy Dự toán kinh phí của lớp.
letters-approves = Phê duyệt
letters-approves-both = Cả hai
letters-approves-plan = Kế hoạch
letters-approves-budget = Dự toán
letters-authority = Người quyết định
letters-authority-hint = Ví dụ: Chủ tịch Ủy ban nhân dân xã Tam Đại. Để trống: cơ quan mình.
letters-signer = Tên người ký
letters-submission = Số tờ trình
letters-submission-hint = Để trống thì lấy ở giấy Tờ trình của lớp.
letters-submitted = Ngày tờ trình
letters-host = Người dẫn chương trình
letters-opener = Người khai mạc
letters-opener-hint = Để trống thì theo thẻ Chương trình, hoặc in dòng chấm.
letters-running-order-says = Lời dẫn dựng từ chương trình, khách mời và thành phần của lớp; tải bản Word để sửa từng câu.
letters-list-alone = Chỉ in danh sách
letters-commended-says = Người được đề nghị là người đã đánh dấu khen thưởng ở thẻ Kết quả.
letters-award = Hình thức khen thưởng
letters-award-hint = Ví dụ: Giấy khen. Để trống để ghi tay.

## Tên, điều cần xem, vì sao không làm được
paper-secondment = Công văn cử người
paper-submission = Tờ trình
paper-approval = Quyết định phê duyệt
paper-running-order = Kịch bản điều hành
paper-commendation = Đề nghị khen thưởng
paper-missing-addressee = Chưa biết giấy này gửi cho ai nên in dòng chấm để ghi tay. Hãy ghi nơi gửi ở phần tùy chọn bên trái, hoặc ghi các đơn vị của từng cụm ở thẻ Thông tin, cơ quan cấp trên ở Cài đặt.
paper-missing-unit-numbers = Có đơn vị hoặc cụm chưa biết cử bao nhiêu người nên in dòng chấm để ghi tay. Hãy nhập danh sách đại biểu, hoặc ghi số dự kiến của cụm ở thẻ Thông tin.
paper-missing-bring = Chưa ghi người dự mang theo gì nên in dòng chấm để ghi tay. Hãy ghi ở phần tùy chọn bên trái nếu đã biết.
paper-missing-deadline = Chưa có hạn gửi danh sách nên in dòng chấm để ghi tay. Hãy ghi hạn gửi ở phần tùy chọn bên trái nếu đã biết.
paper-missing-contact = Chưa có người liên hệ nên in dòng chấm để ghi tay. Hãy ghi người liên hệ ở phần tùy chọn bên trái nếu đã biết.
paper-missing-need = Chưa có bối cảnh, mục đích của lớp nên phần “Sự cần thiết” in dòng chấm để ghi tay. Hãy ghi ở thẻ Thông tin.
paper-missing-cost = Dự toán còn khoản chưa có đơn giá hoặc số lượng nên tổng kinh phí in dòng chấm để ghi tay. Hãy nhập đơn giá ở giấy Dự toán kinh phí.
paper-missing-money-source = Chưa có nguồn kinh phí nên in dòng chấm để ghi tay. Hãy ghi nguồn ở giấy Dự toán kinh phí nếu đã biết.
paper-missing-submission-number = Chưa có số hoặc ngày của tờ trình nên in dòng chấm để ghi tay. Hãy ghi ở phần tùy chọn bên trái, hoặc ở giấy Tờ trình, nếu đã biết.
paper-missing-host = Chưa biết ai dẫn chương trình nên kịch bản ghi “Người điều hành”. Hãy ghi tên ở phần tùy chọn bên trái nếu đã biết.
paper-missing-speakers = Chưa biết ai khai mạc, trình bày hoặc bế mạc nên in dòng chấm để ghi tay. Hãy ghi người thực hiện ở thẻ Chương trình, người khai mạc ở phần tùy chọn bên trái.
paper-missing-award = Chưa có hình thức khen thưởng nên in dòng chấm để ghi tay. Hãy ghi ở phần tùy chọn bên trái nếu đã biết.
paper-commended-not-completed = Có { $people } người được đề nghị khen thưởng nhưng chưa đạt hoặc chưa rõ theo quy tắc của lớp, trước hết là { $first }. Xem vì sao ở Kết quả.
paper-nobody-commended = Chưa có ai được đánh dấu khen thưởng. Hãy mở thẻ Kết quả, chọn từng người và đánh dấu “Đề nghị khen thưởng”, rồi làm lại.

## Dòng lệnh
cli-option-asked = Đề nghị cử người dự: all (một công văn chung) hoặc units (mỗi đơn vị một công văn)
cli-option-approves = Phê duyệt gì: both (cả hai), plan (kế hoạch) hoặc budget (dự toán)
cli-option-list-alone = Chỉ in danh sách đề nghị khen thưởng
