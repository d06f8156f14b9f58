using Lossary.Data;

namespace Lossary.Cli;

/// <summary>Reads the option <c>--task</c>.</summary>
internal static class TaskOption
{
    public static TaskKind? Parse(string? text)
    {
        try
        {
            return text is null ? null : TaskNames.Parse(text);
        }
        catch (ArgumentException)
        {
            throw new UsageException(
                $"There is no task '{text}'; "
                + $"there are {string.Join(", ", Enum.GetValues<TaskKind>().Select(TaskNames.NameOf))}.");
        }
    }
}
