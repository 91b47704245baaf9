"""Printing over IPP, to a printer that listens on a real socket."""

import socket

import pytest

from orderdesk import words
from orderdesk.errors import EnvironmentProblem, UserError
from orderdesk.printing.delivery_form import render_delivery_form
from orderdesk.printing.papers import A4, FORM_241
from orderdesk.spool.ipp_printer import print_over_ipp
from orderdesk.spool.jobs import Accepted, PrintJob, read_address
from orderdesk.spool.sending import send
from tests.printing.notes import note
from tests.spool.ipp_listener import ListeningPrinter, flag, keywords, listening, text


@pytest.fixture
def printer():
    with listening() as one:
        yield one


def job(paper=FORM_241, title="送货单 DN-K7M-17", **changes) -> PrintJob:
    return PrintJob(b"%PDF-1.4 \x00\x03\xff of any kind", title, paper, **changes)


def problem_of(printer: ListeningPrinter) -> EnvironmentProblem:
    with pytest.raises(EnvironmentProblem) as caught:
        print_over_ipp(job(), printer.uri)
    assert all(words.has(caught.value.code, language) for language in words.LANGUAGES)
    assert "?" not in words.error_text(caught.value, "en")
    return caught.value


def test_the_form_arrives_whole_once_and_at_its_exact_size(printer):
    pdf = render_delivery_form(note("zh", 35, shows_prices=True)).pdf
    taken = send(PrintJob(pdf, "送货单 DN-K7M-17", FORM_241, person="李敏"), read_address(f" {printer.uri} "))
    assert taken == Accepted(731)
    assert len(printer.jobs) == 1
    received = printer.jobs[0]
    assert received.document == pdf
    assert received.attributes["media-col"] == [
        {"media-size": {"x-dimension": 24_100, "y-dimension": 14_000}}
    ]
    assert received.attributes["copies"] == [1]
    assert received.attributes["document-format"] == ["application/pdf"]
    assert received.attributes["job-name"] == ["送货单 DN-K7M-17"]
    assert received.attributes["requesting-user-name"] == ["李敏"]


def test_the_job_is_taken_as_it_is_or_not_at_all_upright_and_not_scaled(printer):
    print_over_ipp(job(), printer.uri)
    attributes = printer.jobs[0].attributes
    assert attributes["ipp-attribute-fidelity"] == [True]
    assert attributes["orientation-requested"] == [3]
    assert attributes["print-scaling"] == ["none"]


def test_what_the_printer_does_not_know_is_not_asked_for(printer):
    print_over_ipp(job(), printer.uri)
    assert "sides" not in printer.jobs[0].attributes
    printer.printer[-1] = keywords("job-creation-attributes-supported", "copies", "sides")
    print_over_ipp(job(), printer.uri)
    attributes = printer.jobs[1].attributes
    assert attributes["sides"] == ["one-sided"]
    assert "print-scaling" not in attributes


def test_requests_are_of_the_version_every_printer_knows_with_groups_in_their_order(printer):
    print_over_ipp(job(), printer.uri)
    look, sent = printer.requests
    assert (look.version, sent.version) == ((1, 1), (1, 1))
    assert (look.groups, sent.groups) == ([1], [1, 2])
    for request in (look, sent):
        first = list(request.attributes)[:3]
        assert first == ["attributes-charset", "attributes-natural-language", "printer-uri"]
        assert request.attributes["printer-uri"] == [printer.uri]


def test_an_old_printer_is_told_the_size_by_name(printer):
    printer.printer.remove(keywords("media-col-supported", "media-size", "media-top-margin"))
    print_over_ipp(job(), printer.uri)
    print_over_ipp(job(A4), printer.uri)
    assert [sent.attributes["media"] for sent in printer.jobs] == [
        ["custom_orderdesk_241x140mm"],
        ["custom_orderdesk_210x297mm"],
    ]
    assert "media-col" not in printer.jobs[0].attributes


def test_a_long_title_is_cut_between_signs(printer):
    print_over_ipp(job(title="单" * 200), printer.uri)
    assert printer.jobs[0].attributes["job-name"] == ["单" * 85]


def test_what_the_printer_says_of_its_paper_comes_back(printer):
    printer.printer[2] = keywords("printer-state-reasons", "media-low-warning")
    assert print_over_ipp(job(), printer.uri) == Accepted(731, "media-low-warning")
    printer.printer.append(text(0x41, "printer-state-message", "Paper is low"))
    assert print_over_ipp(job(), printer.uri).says == "Paper is low"


def test_a_refused_job_is_told_in_the_printers_own_words(printer):
    printer.job_status, printer.message = 0x0401, "Out of paper in tray 2"
    problem = problem_of(printer)
    assert problem.code == "error.print.refused"
    assert problem.params == {"printer": printer.uri, "detail": "Out of paper in tray 2"}
    assert words.error_text(problem, "zh").endswith("Out of paper in tray 2")


def test_a_refusal_without_words_gives_its_number(printer):
    printer.job_status = 0x0408
    assert problem_of(printer).params["detail"] == "IPP 0x0408"


def test_a_printer_that_takes_no_jobs_is_not_sent_one(printer):
    printer.printer[0] = flag("printer-is-accepting-jobs", False)
    printer.printer.append(text(0x41, "printer-state-message", "Cover open"))
    problem = problem_of(printer)
    assert (problem.code, problem.params["detail"]) == ("error.print.refused", "Cover open")
    assert printer.jobs == []


@pytest.mark.parametrize("status", [0x0505, 0x0507])
def test_a_busy_printer_is_named_so(printer, status):
    printer.job_status, printer.message = status, "Printing for somebody else"
    problem = problem_of(printer)
    assert (problem.code, problem.params["detail"]) == ("error.print.busy", "Printing for somebody else")


def test_a_busy_print_server_is_named_so(printer):
    printer.http_status, printer.body = 503, b""
    problem = problem_of(printer)
    assert (problem.code, problem.params["detail"]) == ("error.print.busy", "HTTP 503 Service Unavailable")


def test_a_print_server_that_wants_a_password_refuses(printer):
    printer.http_status, printer.body = 401, b""
    problem = problem_of(printer)
    assert (problem.code, problem.params["detail"]) == ("error.print.refused", "HTTP 401 Unauthorized")


def test_a_printer_without_this_paper_prints_nothing(printer):
    printer.job_status, printer.message = 0x040B, "media-col"
    problem = problem_of(printer)
    assert (problem.code, problem.params["paper"]) == ("error.print.paper", "241 × 140 mm")


def test_a_printer_that_reads_no_pdf_is_not_sent_one(printer):
    printer.printer.remove(text(0x49, "", "application/pdf"))
    assert problem_of(printer).code == "error.print.format"
    assert printer.jobs == []


def test_a_printer_that_refuses_the_look_is_not_sent_a_job(printer):
    printer.look_status, printer.message = 0x0403, "Not from this network"
    problem = problem_of(printer)
    assert (problem.code, problem.params["detail"]) == ("error.print.refused", "Not from this network")
    assert printer.jobs == []


def test_nobody_at_the_address_is_unreachable():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]  # taken, and nobody listens
        problem = problem_of(ListeningPrinter(uri=f"ipp://127.0.0.1:{port}/ipp/print"))
    assert (problem.code, problem.params["detail"]) == ("error.print.unreachable", "Connection refused")


def test_a_name_that_no_server_knows_is_unreachable():
    assert (
        problem_of(ListeningPrinter(uri="ipp://printer.invalid/ipp/print")).code == "error.print.unreachable"
    )


def test_a_lost_answer_to_a_job_says_to_look_before_printing_again(printer):
    printer.hangs_up_on_jobs = True
    assert problem_of(printer).code == "error.print.unanswered"
    assert len(printer.jobs) == 1


@pytest.mark.parametrize(
    "body", [b"", b"<html>It works</html>", b"\x01\x01\x00\x00\x00\x00\x00\x01\x04\x22\x00"]
)
def test_what_does_not_speak_ipp_is_no_printer(printer, body):
    printer.body = body
    assert problem_of(printer).code == "error.print.not_ipp"


def test_a_printer_without_encryption_cannot_be_asked_for_it(printer):
    printer.uri = printer.uri.replace("ipp:", "ipps:")
    assert problem_of(printer).code == "error.print.unreachable"
    assert printer.requests == []


def test_no_proxy_stands_between_desk_and_printer(printer, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert print_over_ipp(job(), printer.uri).job_id == 731


@pytest.mark.parametrize(
    "wrong", ["", "ipp:", "ipp://", "http://printer", "lp:", "lp:-dother", "LQ-630K", "system:"]
)
def test_what_is_no_address_is_refused(wrong):
    with pytest.raises(UserError) as caught:
        read_address(wrong)
    assert (caught.value.code, caught.value.params) == ("error.print.address", {"address": wrong})


@pytest.mark.parametrize("wrong", ["ipp://:631/", "ipp://printer:99999/", "ipp://printer:many/"])
def test_a_printer_address_without_host_or_port_is_refused(wrong):
    with pytest.raises(UserError, match=r"error\.print\.address"):
        send(job(), read_address(wrong))


def test_a_printer_of_the_desktop_is_not_sent_to_from_here():
    with pytest.raises(UserError, match=r"error\.print\.address"):
        send(job(), read_address("system:LQ-630K"))


@pytest.mark.parametrize(
    "address", ["ipp://host/ipp/print", "ipps://host:8631/x", "lp:LQ630K", "system:得实 DS-1100"]
)
def test_an_address_reads_as_it_is_written(address):
    assert str(read_address(address)) == address
