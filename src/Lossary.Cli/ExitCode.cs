namespace Lossary.Cli;

/// <summary>What the process ends with. Scripts rely on these: they never change.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int BadUsage = 2;
    public const int BadData = 3;
    public const int NothingToJudge = 4;
    public const int CheckNotMet = 5;
    public const int Interrupted = 130;
}
