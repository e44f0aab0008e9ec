# Tên các thao tác, hiện trong “Hoàn tác” và trong lịch sử.

operation-sample = Tạo các lớp tập huấn mẫu
operation-import = Nhập { $count } đại biểu từ tệp { $file }
