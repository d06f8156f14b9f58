namespace Lossary.Cli;

/// <summary>A data set could not be fetched; ends the process with <see cref="ExitCode.Failed"/>.</summary>
internal sealed class FetchException(string message) : Exception(message);
