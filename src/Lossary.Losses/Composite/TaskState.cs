namespace Lossary.Losses;

/// <summary>What is known of several tasks after a step: enough to weigh them, and no more than T² numbers.</summary>
public readonly ref struct TaskState
{
    /// <summary>Shape [tasks]; each task's loss.</summary>
    public required ReadOnlySpan<double> Losses { get; init; }

    /// <summary>
    /// Shape [tasks, tasks] or empty: the inner products of the tasks' gradients by the parameters that they share, see
    /// <see cref="TaskGradients.Products{T}"/>.
    /// </summary>
    public ReadOnlySpan<double> Products { get; init; }
}
