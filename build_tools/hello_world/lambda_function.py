"""The least that a skill on this SDK can be, the usual way: what `make bench` compares with."""

from ask_sdk_core.dispatch_components import AbstractExceptionHandler, AbstractRequestHandler
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import is_intent_name, is_request_type


class LaunchRequestHandler(AbstractRequestHandler):
    def can_handle(self, handler_input):
        return is_request_type("LaunchRequest")(handler_input)

    def handle(self, handler_input):
        speech = "Welcome. You can say hello."
        return handler_input.response_builder.speak(speech).ask(speech).response


class HelloIntentHandler(AbstractRequestHandler):
    def can_handle(self, handler_input):
        return is_intent_name("FreeSpeechIntent")(handler_input)

    def handle(self, handler_input):
        speech = "Hello."
        return handler_input.response_builder.speak(speech).ask(speech).response


class ErrorHandler(AbstractExceptionHandler):
    def can_handle(self, handler_input, exception):
        return True

    def handle(self, handler_input, exception):
        speech = "Sorry, say that again."
        return handler_input.response_builder.speak(speech).ask(speech).response


builder = SkillBuilder()
builder.add_request_handler(LaunchRequestHandler())
builder.add_request_handler(HelloIntentHandler())
builder.add_exception_handler(ErrorHandler())
handler = builder.lambda_handler()
