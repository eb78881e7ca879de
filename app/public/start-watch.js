// Says why nothing appears where the app's own code cannot: in a browser that is too old for it, or when a file never came. So old ones have to run this.
{
  const sentences = [
    '应用没有启动。请重新载入；仍然不行时，请把系统和浏览器更新到较新的版本（iOS 16、Chrome 110 或以上）。已填写的内容都在本机。',
    'The app did not start. Reload; if that does not help, update the system and the browser (iOS 16, Chrome 110 or newer). Everything you entered is kept on this device.',
  ];
  let isTold = false;

  const tell = () => {
    const boot = document.querySelector('.boot');
    if (!boot || isTold) return;
    isTold = true;
    for (const [index, sentence] of sentences.entries()) {
      const line = document.createElement('p');
      line.className = 'boot-trouble';
      line.lang = index === 0 ? 'zh-CN' : 'en';
      line.textContent = sentence;
      boot.insertBefore(line, boot.children[index + 1]);
    }
  };

  addEventListener('error', () => setTimeout(tell, 1000));
  setTimeout(tell, 10000);
}
