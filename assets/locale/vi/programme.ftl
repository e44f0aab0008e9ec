# Chương trình của một lớp.

window-programme-twice-at = { $presenter } cũng có phần ở { $cluster } lúc { $time } cùng ngày. Hãy đổi giờ hoặc đổi người.
window-programme-twice = { $presenter } cũng có phần ở { $cluster } cùng buổi này. Hãy ghi giờ các buổi để biết có trùng không, hoặc đổi người.
window-programme-overfull = Các mục kéo đến { $ends }, quá giờ kết thúc { $over } phút. Hãy rút ngắn một mục, hoặc lùi giờ kết thúc.
window-programme-overfull-far = Các mục dài hơn buổi { $over } phút. Hãy rút ngắn hoặc chuyển bớt sang buổi khác.
window-programme-no-break = Đến hết mục này, đại biểu ngồi liền { $minutes } phút. Nên giải lao khi quá { $most } phút (theo nếp thường, không phải quy định), vì nhiều đại biểu cao tuổi.
window-programme-not-scheduled = Chưa xếp: { $title }
