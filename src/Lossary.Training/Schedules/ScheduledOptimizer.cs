namespace Lossary.Training;

/// <summary>The options' optimizer, whose learning rate follows the options' schedule.</summary>
internal sealed class ScheduledOptimizer
{
    private readonly Optimizer<float> _optimizer;
    private readonly LearningRateSchedule? _schedule;
    private readonly ScheduleUnit _unit;
    private readonly Plateau? _plateau;
    private readonly double _initialRate;

    /// <summary>Makes the optimizer.</summary>
    /// <exception cref="ArgumentException">The options ask for what does not go together.</exception>
    public ScheduledOptimizer(TrainingOptions options)
    {
        if (options.Schedule is not null && options.Plateau is not null)
        {
            throw new ArgumentException(
                "Schedule and Plateau are both set: only one of them can say the learning rate.", nameof(options));
        }

        _optimizer = options.CreateOptimizer();
        _schedule = options.Schedule;
        _unit = options.ScheduleUnit;
        _plateau = options.Plateau is null ? null : new Plateau(options.Plateau);
        _initialRate = _optimizer.LearningRate;
    }

    /// <summary>Called before the first step of an epoch.</summary>
    /// <param name="epoch">Which one; 1 is the first.</param>
    public void BeginEpoch(int epoch)
    {
        if (_unit == ScheduleUnit.Epoch)
        {
            Follow(epoch - 1);
        }
    }

    /// <summary>Takes one step, at the rate of its turn.</summary>
    /// <param name="network">The same in every step.</param>
    public void Step(Network<float> network)
    {
        if (_unit == ScheduleUnit.Step)
        {
            Follow(_optimizer.Steps);
        }

        _optimizer.Step(network);
    }

    /// <summary>Called after an epoch.</summary>
    /// <param name="score">Its score; lower is better.</param>
    public void EndEpoch(double score)
    {
        if (_plateau is not null)
        {
            _optimizer.LearningRate = _plateau.Next(score, _optimizer.LearningRate);
        }
    }

    private void Follow(int step)
    {
        if (_schedule is null)
        {
            return;
        }

        _optimizer.LearningRate = _schedule.RateAt(step, _initialRate);
        if (_schedule.MomentumAt(step) is double momentum)
        {
            _optimizer.ChangeMomentum(momentum);
        }
    }
}
