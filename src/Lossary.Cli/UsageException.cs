namespace Lossary.Cli;

/// <summary>
/// The command line asks for something that does not exist; ends the process with <see cref="ExitCode.BadUsage"/>.
/// </summary>
internal sealed class UsageException(string message) : Exception(message)
{
    /// <summary>
    /// The library names its own parameters at the end of a message; a user of the command line has none of these.
    /// </summary>
    public static string WithoutParameterName(ArgumentException error)
    {
        string suffix = $" (Parameter '{error.ParamName}')";
        string message = error.Message.Split(Environment.NewLine)[0];
        return message.EndsWith(suffix, StringComparison.Ordinal) ? message[..^suffix.Length] : message;
    }
}
