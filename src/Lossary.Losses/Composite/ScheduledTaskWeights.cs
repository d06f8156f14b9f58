namespace Lossary.Losses;

/// <summary>Weights that go from one set to another along a schedule: a term that is faded in, or out.</summary>
/// <param name="from">Shape [tasks]; the weights at the first step.</param>
/// <param name="to">Shape [tasks]; the weights from the last step on.</param>
/// <param name="steps">How many steps it takes; at least 1.</param>
/// <param name="course">How it goes.</param>
public sealed class ScheduledTaskWeights(
    double[] from, double[] to, int steps, WeightCourse course = WeightCourse.Linear)
    : ITaskWeighting
{
    private int _step;

    /// <inheritdoc/>
    public bool NeedsProducts => false;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        TaskChecks.Check(this, state, weights);
        TaskChecks.Length(from.Length, weights.Length, nameof(weights));
        TaskChecks.Length(to.Length, weights.Length, nameof(weights));
        double share = ShareAt(_step);
        _step++;
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = from[i] + (share * (to[i] - from[i]));
        }
    }

    /// <summary>How much of the way is gone at a step: 0 at step 0, 1 from the last step on.</summary>
    public double ShareAt(int step)
    {
        double passed = double.Clamp((double)step / int.Max(1, steps), 0, 1);
        return course switch
        {
            WeightCourse.Linear => passed,
            WeightCourse.Cosine => 0.5 * (1 - Math.Cos(Math.PI * passed)),
            WeightCourse.Step => passed < 1 ? 0 : 1,
            WeightCourse.Sigmoid => passed < 1 ? Math.Exp(-5 * (1 - passed) * (1 - passed)) : 1,
            _ => throw new ArgumentOutOfRangeException(nameof(step), course, "Not a course."),
        };
    }
}
