using Lossary.Losses;

namespace Lossary.Training.Tests;

/// <summary>What the trainer makes of schedules, written down by an optimizer that does nothing else.</summary>
public sealed class ScheduledTrainingTests
{
    private const int Rows = 10;

    [Fact]
    public void A_schedule_by_steps_counts_over_all_epochs() =>
        Assert.Equal(
            [1, 0.5, 0.25, 0.125, 0.0625, 0.03125],
            Rates(new() { Schedule = new ExponentialSchedule(0.5), ScheduleUnit = ScheduleUnit.Step }));

    [Fact]
    public void A_schedule_by_epochs_changes_between_them() =>
        Assert.Equal([1, 1, 0.5, 0.5, 0.25, 0.25], Rates(new() { Schedule = new ExponentialSchedule(0.5) }));

    [Fact]
    public void A_plateau_follows_the_validation_score() =>
        Assert.Equal([1, 1, 1, 1, 0.5, 0.5], Rates(new() { Plateau = new() { Factor = 0.5, Patience = 0 } }));

    [Fact]
    public void One_cycle_changes_the_momentum_too()
    {
        RecordingOptimizer optimizer = new();
        OneCycleSchedule schedule = new(1, 6) { RisingShare = 0.5, IsLinear = true };
        Rates(new() { Schedule = schedule, ScheduleUnit = ScheduleUnit.Step }, optimizer);
        Assert.Equal([0.95, 0.9, 0.85], optimizer.Momenta.Take(3).Select(momentum => Math.Round(momentum, 12)));
    }

    [Fact]
    public void Schedule_and_plateau_together_are_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(
            () => Rates(new() { Schedule = new StepSchedule(1), Plateau = new() }));
        Assert.Contains("Schedule and Plateau are both set", refused.Message, StringComparison.Ordinal);
    }

    private static List<double> Rates(TrainingOptions options, RecordingOptimizer? optimizer = null)
    {
        optimizer ??= new();
        float[] features = [.. Enumerable.Range(0, Rows).Select(i => (float)i)];
        TrainingData data = TrainingData.WithTargets(features, 1, features, [.. Enumerable.Range(0, Rows)]);
        Network<float> network = Network<float>.Perceptron(new PerceptronOptions { Inputs = 1, Hidden = [] });
        Trainer.Fit(
            network,
            LossCatalogue.Create<ISampleLoss>("squared"),
            data,
            _ => 1,
            options with { MaxEpochs = 3, BatchSize = 5, CreateOptimizer = () => optimizer });
        return optimizer.Rates;
    }

    /// <summary>Leaves parameters as they are.</summary>
    private sealed class RecordingOptimizer() : Optimizer<float>(1)
    {
        private double _momentum;

        public List<double> Rates { get; } = [];

        public List<double> Momenta { get; } = [];

        public override bool HasMomentum => true;

        public override void ChangeMomentum(double momentum) => _momentum = momentum;

        protected override void Allocate(int length)
        {
        }

        protected override void Update(in StepSlice<float> slice)
        {
            Rates.Add(slice.LearningRate);
            Momenta.Add(_momentum);
        }
    }
}
