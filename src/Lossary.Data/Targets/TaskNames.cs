namespace Lossary.Data;

/// <summary>The tasks' names as users write and read them.</summary>
public static class TaskNames
{
    private static readonly (TaskKind Task, string Name)[] All =
    [
        (TaskKind.Regression, "regression"),
        (TaskKind.Counts, "counts"),
        (TaskKind.Binary, "binary"),
        (TaskKind.MultiClass, "multi-class"),
    ];

    /// <summary>The name of a task, in kebab case.</summary>
    /// <param name="task">The task.</param>
    public static string NameOf(TaskKind task) => All.First(entry => entry.Task == task).Name;

    /// <summary>Reads a task's name; case and hyphens do not count.</summary>
    /// <param name="name">For instance "multi-class".</param>
    /// <exception cref="ArgumentException">There is no such task; the message lists them.</exception>
    public static TaskKind Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach ((TaskKind task, string entry) in All)
        {
            if (Folded(entry).Equals(Folded(name), StringComparison.OrdinalIgnoreCase))
            {
                return task;
            }
        }

        string known = string.Join(", ", All.Select(pair => pair.Name));
        throw new ArgumentException($"There is no task '{name}'; there are {known}.", nameof(name));
    }

    private static string Folded(string name) => name.Replace("-", "", StringComparison.Ordinal);
}
