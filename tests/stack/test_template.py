"""The stack as CloudFormation gets it, after SAM's transform."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

from spasm_guide.alexa import metrics
from spasm_guide.clinical.findings import TIERS
from spasm_guide.storage.secret import LENGTH

SKILL = "amzn1.ask.skill." + "0" * 36
TEMPLATE = Path(__file__).resolve().parents[2] / "template.yaml"


@pytest.fixture(scope="module")
def source() -> dict[str, Any]:
    return yaml_parse(TEMPLATE.read_text())


@pytest.fixture(scope="module")
def stack() -> Iterator[dict[str, Any]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        yield transformed({"SkillId": SKILL})


def transformed(parameters: dict[str, str]) -> dict[str, Any]:
    template = yaml_parse(TEMPLATE.read_text())
    # Only an upload makes a place in S3 of the local path.
    properties = template["Resources"]["SpasmGuideFunction"]["Properties"]
    properties["CodeUri"] = "s3://bucket/key"
    stack: dict[str, Any] = Translator({}, Parser()).translate(template, parameters)
    return stack


def names(node: Any) -> set[str]:
    """All that is referred to in it, whichever way."""
    if isinstance(node, dict):
        found = set[str]().union(*map(names, node.values()))
        if isinstance(node.get("Ref"), str):
            found.add(node["Ref"])
        if isinstance(node.get("Fn::Sub"), str):
            found |= set(re.findall(r"\$\{(\w+)\}", node["Fn::Sub"]))
        if isinstance(node.get("Fn::If"), list):
            found.add(node["Fn::If"][0])
        return found
    if isinstance(node, list):
        return set[str]().union(*map(names, node))
    return set()


def of_type(stack: dict[str, Any], kind: str) -> dict[str, dict[str, Any]]:
    return {
        name: resource["Properties"]
        for name, resource in stack["Resources"].items()
        if resource["Type"] == kind
    }


def statements(stack: dict[str, Any]) -> list[dict[str, Any]]:
    found = []
    for role in of_type(stack, "AWS::IAM::Role").values():
        for policy in role["Policies"]:
            policy = policy["Fn::If"][1] if "Fn::If" in policy else policy
            found += policy["PolicyDocument"]["Statement"]
    return found


def test_the_function_is_what_the_build_makes(stack: dict[str, Any]) -> None:
    (function,) = of_type(stack, "AWS::Lambda::Function").values()
    assert function["Runtime"] == "python3.13"
    assert function["Architectures"] == ["arm64"]
    assert function["Handler"] == "lambda_function.handler"
    assert function["Timeout"] == 8


def test_only_this_skill_may_call_and_only_the_live_alias(stack: dict[str, Any]) -> None:
    (permission,) = of_type(stack, "AWS::Lambda::Permission").values()
    (alias,) = (n for n, r in stack["Resources"].items() if r["Type"] == "AWS::Lambda::Alias")
    assert permission["Principal"] == "alexa-appkit.amazon.com"
    assert permission["Action"] == "lambda:InvokeFunction"
    assert permission["EventSourceToken"] == {"Ref": "SkillId"}
    assert permission["FunctionName"] == {"Ref": alias}
    assert stack["Resources"][alias]["Properties"]["Name"] == "live"
    assert stack["Outputs"]["SkillEndpoint"]["Value"] == {"Ref": alias}


def test_a_changed_parameter_is_published_and_live_goes_to_it(stack: dict[str, Any]) -> None:
    """CloudFormation replaces a version whose description changes, and `live` follows it."""
    (function,) = of_type(stack, "AWS::Lambda::Function").values()
    # How many run at once is set for the function, not for a version of it.
    runs = {key: value for key, value in function.items() if key != "ReservedConcurrentExecutions"}
    depends = names(runs)
    conditions = {name: stack["Conditions"][name] for name in depends & set(stack["Conditions"])}
    parameters = (depends | names(conditions)) & set(stack["Parameters"]) - {"LogRetentionDays"}
    ((name, version),) = of_type(stack, "AWS::Lambda::Version").items()
    assert parameters == {"SkillId", "Diary", "MemorySize", "Elicit"}
    assert parameters <= names(version["Description"])
    (alias,) = of_type(stack, "AWS::Lambda::Alias").values()
    assert alias["FunctionVersion"] == {"Fn::GetAtt": [name, "Version"]}


def test_going_back_is_possible_after_any_change(stack: dict[str, Any]) -> None:
    (version,) = (r for r in stack["Resources"].values() if r["Type"] == "AWS::Lambda::Version")
    assert version["DeletionPolicy"] == version["UpdateReplacePolicy"] == "Retain"


def test_what_fails_to_the_last_is_kept_encrypted_and_not_for_ever(stack: dict[str, Any]) -> None:
    (config,) = of_type(stack, "AWS::Lambda::EventInvokeConfig").values()
    kept = config["DestinationConfig"]["OnFailure"]["Destination"]
    assert kept == {"Fn::GetAtt": ["FailedEvents", "Arn"]}
    (queue,) = of_type(stack, "AWS::SQS::Queue").values()
    assert queue["SqsManagedSseEnabled"] is True
    assert queue["MessageRetentionPeriod"] == 14 * 24 * 3600


def test_alarms_can_be_sent(stack: dict[str, Any]) -> None:
    """CloudWatch may not use the key that AWS manages for SNS."""
    (topic,) = of_type(stack, "AWS::SNS::Topic").values()
    assert "alias/aws/sns" not in json.dumps(topic)


def test_the_code_also_checks_the_skill_id(stack: dict[str, Any]) -> None:
    (function,) = of_type(stack, "AWS::Lambda::Function").values()
    assert function["Environment"]["Variables"]["SKILL_ID"]


def test_the_role_may_write_its_log_and_use_its_table_and_nothing_else(
    stack: dict[str, Any],
) -> None:
    for statement in statements(stack):
        actions = statement["Action"]
        actions = [actions] if isinstance(actions, str) else actions
        assert not any("*" in action for action in actions)
        services = {action.partition(":")[0] for action in actions}
        owner = {
            "logs": {"Fn::GetAtt": ["FunctionLog", "Arn"]},
            "dynamodb": {"Fn::GetAtt": ["DiaryTable", "Arn"]},
            "secretsmanager": {"Ref": "DiaryPepper"},
            "sqs": {"Fn::GetAtt": ["FailedEvents", "Arn"]},
        }
        assert len(services) == 1
        assert statement["Resource"] == owner[services.pop()]
    assert not any(
        "ManagedPolicyArns" in role for role in of_type(stack, "AWS::IAM::Role").values()
    )


def test_without_a_diary_there_is_no_table_and_no_right_to_one(stack: dict[str, Any]) -> None:
    assert stack["Parameters"]["Diary"]["Default"] == "off"
    assert stack["Resources"]["DiaryTable"]["Condition"] == "HasDiary"
    (role,) = of_type(stack, "AWS::IAM::Role").values()
    diary = [policy for policy in role["Policies"] if "Fn::If" in policy]
    assert [policy["Fn::If"][0] for policy in diary] == ["HasDiary"]


def test_the_diary_is_encrypted_expires_and_has_no_backup_that_outlives_forgetting(
    stack: dict[str, Any],
) -> None:
    (table,) = of_type(stack, "AWS::DynamoDB::Table").values()
    assert table["SSESpecification"]["SSEEnabled"] is True
    assert table["TimeToLiveSpecification"]["Enabled"] is True
    assert table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"] is False


def test_the_log_is_kept_for_a_limited_time(stack: dict[str, Any]) -> None:
    logs = of_type(stack, "AWS::Logs::LogGroup")
    assert logs and all("RetentionInDays" in log for log in logs.values())
    (function,) = of_type(stack, "AWS::Lambda::Function").values()
    assert function["LoggingConfig"]["LogGroup"]["Ref"] in logs


def test_alarms_watch_errors_slowness_and_throttling(stack: dict[str, Any]) -> None:
    alarms = of_type(stack, "AWS::CloudWatch::Alarm").values()
    watched = {"Errors", "Duration", "Throttles", "Faults", "TasksFailed"}
    assert watched < {alarm["MetricName"] for alarm in alarms}
    (duration,) = (alarm for alarm in alarms if alarm["MetricName"] == "Duration")
    assert 4000 < duration["Threshold"] < 8000


RECORDS: list[dict[str, Any]] = [
    *({"event": "turn", "unclear": 0, "ms": 1, "verdict": tier} for tier in TIERS),
    {"event": "fault", "error": "E"},
    {"event": "rejected", "error": "E"},
    {"event": "refused"},
    {"event": "start", "ms": 1},
    {"event": "task", "status": "unavailable", "error": "E"},
]


def counted() -> set[tuple[str, ...]]:
    """Every metric that the code writes, as namespace, name and dimensions."""
    written: list[Any] = []
    for record in RECORDS:
        metrics.measured(written.append)({"question": "sign", "net": "carrier", **record})
    return {
        (directive["Namespace"], metric["Name"], *directive["Dimensions"][0])
        for line in written
        for directive in line["_aws"]["CloudWatchMetrics"]
        for metric in directive["Metrics"]
    }


def test_alarms_watch_what_the_code_counts(stack: dict[str, Any]) -> None:
    for alarm in of_type(stack, "AWS::CloudWatch::Alarm").values():
        if alarm["Namespace"] == metrics.NAMESPACE:
            dimensions = [each["Name"] for each in alarm["Dimensions"]]
            assert (alarm["Namespace"], alarm["MetricName"], *dimensions) in counted()


def test_the_dashboard_shows_all_that_the_code_counts_and_nothing_else(
    stack: dict[str, Any],
) -> None:
    (board,) = of_type(stack, "AWS::CloudWatch::Dashboard").values()
    shown: set[tuple[str, ...]] = set()
    for widget in json.loads(board["DashboardBody"]["Fn::Sub"])["widgets"]:
        for row in widget["properties"]["metrics"]:
            if isinstance(row[0], dict):
                (found,) = re.findall(r"\{(.*?)\}.* MetricName=(\w+)", row[0]["expression"])
                namespace, *dimensions = found[0].split(",")
                shown.add((namespace, found[1], *dimensions))
            elif row[0] == metrics.NAMESPACE:
                shown.add((row[0], row[1], row[2]))
    whole = {metric for metric in counted() if len(metric) == 3}
    assert whole <= shown <= counted()


def test_everything_that_can_be_tagged_is(stack: dict[str, Any]) -> None:
    taggable = ("Lambda::Function", "Logs::LogGroup", "IAM::Role", "DynamoDB::Table", "SNS::Topic")
    for kind in (*taggable, "SQS::Queue", "SecretsManager::Secret"):
        for properties in of_type(stack, "AWS::" + kind).values():
            tags = {tag["Key"]: tag["Value"] for tag in properties["Tags"]}
            assert tags["application"] == "spasm-guide", kind


def test_every_parameter_and_output_is_described(source: dict[str, Any]) -> None:
    for kind in ("Parameters", "Outputs"):
        assert all(entry.get("Description") for entry in source[kind].values())


def test_nobody_can_read_the_pepper_in_the_functions_configuration(stack: dict[str, Any]) -> None:
    (function,) = of_type(stack, "AWS::Lambda::Function").values()
    secret = function["Environment"]["Variables"]["DIARY_SECRET"]["Fn::If"][1]
    assert secret == {"Ref": "DiaryPepper"}
    pepper = stack["Resources"]["DiaryPepper"]
    assert pepper["Type"] == "AWS::SecretsManager::Secret"
    assert pepper["DeletionPolicy"] == "Retain"
    assert pepper["Properties"]["GenerateSecretString"]["PasswordLength"] >= LENGTH
    assert "SecretString" not in pepper["Properties"]
    assert "Pepper" not in json.dumps([stack["Outputs"], stack["Parameters"]])
