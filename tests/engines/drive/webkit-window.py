"""A window of WebKitGTK as large as a phone, for WebKitWebDriver, with a profile that outlives it: WebKit's own small browser keeps none when driven."""

import argparse
import signal

import gi

gi.require_version('Gtk', '3.0')
gi.require_version('WebKit2', '4.1')
from gi.repository import GLib, Gtk, WebKit2

NOBODY_ANSWERS = 'http://127.0.0.1:9'
MARGINS = ('top', 'bottom', 'left', 'right')


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument('--automation', action='store_true')
    parser.add_argument('--profile', required=True)
    parser.add_argument('--user-agent', required=True)
    parser.add_argument('--offline', action='store_true')
    return parser.parse_known_args()[0]


def context_of(options):
    storage = WebKit2.WebsiteDataManager(base_data_directory=options.profile + '/data', base_cache_directory=options.profile + '/cache')
    if options.offline:
        storage.set_network_proxy_settings(WebKit2.NetworkProxyMode.CUSTOM, WebKit2.NetworkProxySettings.new(NOBODY_ANSWERS, None))
    context = WebKit2.WebContext.new_with_website_data_manager(storage)
    context.set_preferred_languages(['zh-CN'])
    context.set_automation_allowed(True)
    return context


class Window:
    def __init__(self, options):
        self.options = options
        self.context = context_of(options)
        self.view = None
        self.context.connect('automation-started', self.on_automation)
        GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGUSR1, self.print_page)

    def on_automation(self, _context, session):
        info = WebKit2.ApplicationInfo()
        info.set_name('Phone')
        session.set_application_info(info)
        session.connect('create-web-view', self.on_create)

    def on_create(self, _session):
        self.view = WebKit2.WebView(web_context=self.context, is_controlled_by_automation=True)
        settings = self.view.get_settings()
        settings.set_enable_write_console_messages_to_stdout(True)
        settings.set_user_agent(self.options.user_agent)
        self.view.connect('permission-request', self.deny)
        window = Gtk.Window()
        window.set_decorated(False)
        window.set_default_size(390, 844)
        window.add(self.view)
        window.show_all()
        window.resize(390, 844)
        window.connect('destroy', lambda _window: Gtk.main_quit())
        self.view.connect('close', lambda _view: window.destroy())
        return self.view

    @staticmethod
    def deny(_view, request):
        request.deny()
        return True

    def print_page(self):
        """Writes the page on A4 to print.pdf in the profile."""
        self.operation = WebKit2.PrintOperation.new(self.view)
        settings = Gtk.PrintSettings()
        settings.set_printer('Print to File')
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, 'file://' + self.options.profile + '/print.pdf')
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, 'pdf')
        setup = Gtk.PageSetup()
        setup.set_paper_size(Gtk.PaperSize.new('iso_a4'))
        for side in MARGINS:
            getattr(setup, 'set_%s_margin' % side)(0, Gtk.Unit.MM)
        self.operation.set_print_settings(settings)
        self.operation.set_page_setup(setup)
        self.operation.print_()
        return True


Window(arguments())
Gtk.main()
