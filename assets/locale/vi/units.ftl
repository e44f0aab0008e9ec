# Điều không làm được với các đơn vị.

store-units-no-name = Đơn vị cần có tên. Hãy gõ tên kèm loại, ví dụ “Xã Tam Đại”.
store-units-name-too-long = Tên đơn vị dài quá 200 chữ. Hãy gõ ngắn hơn.
store-units-code-too-long = Mã đơn vị dài quá 200 chữ. Hãy gõ mã của Nhà nước, ví dụ 20341.
store-units-ends-before-start = “{ $name }” kết thúc trước khi bắt đầu. Hãy sửa một trong hai ngày.
store-units-unknown = Đơn vị này không còn trong danh mục. Hãy chọn đơn vị khác, hoặc hoàn tác việc xóa.
store-units-under-itself = Không thể đưa “{ $name }” vào trong chính nó hay vào một đơn vị bên trong nó. Hãy chọn đơn vị khác.
store-units-too-deep = Cây đơn vị có nhiều nhất { $most } cấp. Hãy đặt đơn vị này ở cấp cao hơn.
store-units-code-taken = Mã { $code } đang là mã của “{ $name }”. Hãy gõ mã khác, hoặc ghi ngày kết thúc của đơn vị kia trước.
store-units-has-parts = Còn { $count } đơn vị trong “{ $name }” nên chưa xóa được. Hãy chuyển chúng đi nơi khác, hoặc ghi ngày kết thúc thay vì xóa.
store-units-has-people = { $count } cán bộ thuộc hoặc từng thuộc “{ $name }” nên không xóa được. Hãy ghi ngày kết thúc thay vì xóa; còn nếu ghi nhầm đơn vị thì chuyển cán bộ trước.
store-units-referred-to = “{ $name }” có trong một lần sáp nhập hoặc trong phân cụm của một lớp nên không xóa được. Hãy ghi ngày kết thúc thay vì xóa.
store-units-nothing-to-merge = Chưa chọn đơn vị để sáp nhập. Hãy chọn ít nhất một đơn vị khác với đơn vị mới.
store-units-into-itself = “{ $name }” không thể nhập vào chính nó hay vào một đơn vị bên trong nó. Hãy chọn đơn vị khác để nhập vào.
store-units-ended = “{ $name }” đã kết thúc. Hãy chọn một đơn vị còn hiệu lực.
store-units-nobody-to-move = Không có cán bộ nào để chuyển. Hãy chọn đơn vị có cán bộ.
# Tên các thao tác với đơn vị.

operation-units-add = Thêm đơn vị “{ $name }”
operation-units-edit = Sửa đơn vị “{ $name }”
operation-units-move = Chuyển chỗ đơn vị “{ $name }”
operation-units-end = Kết thúc đơn vị “{ $name }”
operation-units-reopen = Cho đơn vị “{ $name }” hoạt động lại
operation-units-merge = Sáp nhập { $count } đơn vị vào “{ $name }”
operation-units-people = Chuyển cán bộ sang “{ $name }”
operation-units-remove = Xóa đơn vị “{ $name }”
