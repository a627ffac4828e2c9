"""A person's token goes to Amazon, encrypted, or stays on this computer."""

import pytest

from spasm_guide.services.api import ApiFailed, _connection, call


@pytest.mark.parametrize(
    "address",
    ["https://api.amazonalexa.com", "http://127.0.0.1:8080", "http://localhost:8080"],
)
def test_where_it_may_go(address):
    _connection(address, 1.0).close()


@pytest.mark.parametrize(
    "address",
    [
        *(
            "http://api.amazonalexa.com",
            "https://example.org",
            "https://amazonalexa.com.example.org",
        ),
        *("http://192.168.0.1", "ftp://localhost", "https://localhost", "", "http://[", "nonsense"),
    ],
)
def test_where_it_may_not(address):
    with pytest.raises(ApiFailed):
        _connection(address, 1.0)


@pytest.mark.parametrize("said", [b"{", b"[" * 50_000, b"\xff"])
def test_an_answer_that_is_no_json_is_none(monkeypatch, said):
    class Connection:
        status = 200

        def request(self, *sent):
            pass

        def getresponse(self):
            return self

        def read(self, most):
            return said[:most]

        def close(self):
            pass

    monkeypatch.setattr("spasm_guide.services.api._connection", lambda *to: Connection())
    with pytest.raises(ApiFailed):
        call("http://localhost", "token", "GET", "/", 1.0)
