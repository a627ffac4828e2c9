"""The stack as CloudFormation gets it, after SAM's transform."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

from spasm_guide.alexa import metrics

SKILL = "amzn1.ask.skill." + "0" * 36
TEMPLATE = Path(__file__).resolve().parents[2] / "template.yaml"


@pytest.fixture(scope="module")
def source() -> dict[str, Any]:
    return yaml_parse(TEMPLATE.read_text())


@pytest.fixture(scope="module")
def stack() -> Iterator[dict[str, Any]]:
    template = yaml_parse(TEMPLATE.read_text())
    # Only an upload makes a place in S3 of the local path.
    properties = template["Resources"]["SpasmGuideFunction"]["Properties"]
    properties["CodeUri"] = "s3://bucket/key"
    translator = Translator({}, Parser())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        yield translator.translate(template, {"SkillId": SKILL})


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
        owner = {"logs": "FunctionLog", "dynamodb": "DiaryTable"}
        assert len(services) == 1
        assert statement["Resource"] == {"Fn::GetAtt": [owner[services.pop()], "Arn"]}
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
    assert {"Errors", "Duration", "Throttles", "Faults"} <= {a["MetricName"] for a in alarms}
    (duration,) = (alarm for alarm in alarms if alarm["MetricName"] == "Duration")
    assert 4000 < duration["Threshold"] < 8000


def test_the_alarm_on_faults_watches_what_the_code_counts(stack: dict[str, Any]) -> None:
    alarm = stack["Resources"]["FaultsAlarm"]["Properties"]
    written: list[Any] = []
    metrics.measured(written.append)({"event": "fault"})
    (counted,) = written[0]["_aws"]["CloudWatchMetrics"]
    assert alarm["Namespace"] == counted["Namespace"]
    assert [each["Name"] for each in alarm["Dimensions"]] == counted["Dimensions"][0]
    assert alarm["MetricName"] in [each["Name"] for each in counted["Metrics"]]


def test_everything_that_can_be_tagged_is(stack: dict[str, Any]) -> None:
    taggable = ("Lambda::Function", "Logs::LogGroup", "IAM::Role", "DynamoDB::Table", "SNS::Topic")
    for kind in taggable:
        for properties in of_type(stack, "AWS::" + kind).values():
            tags = {tag["Key"]: tag["Value"] for tag in properties["Tags"]}
            assert tags["application"] == "spasm-guide", kind


def test_every_parameter_and_output_is_described(source: dict[str, Any]) -> None:
    for kind in ("Parameters", "Outputs"):
        assert all(entry.get("Description") for entry in source[kind].values())


def test_no_secret_has_a_value_or_shows(source: dict[str, Any]) -> None:
    pepper = source["Parameters"]["DiaryPepper"]
    assert pepper["NoEcho"] is True
    assert pepper["Default"] == ""
    assert "Pepper" not in json.dumps(source["Outputs"])
