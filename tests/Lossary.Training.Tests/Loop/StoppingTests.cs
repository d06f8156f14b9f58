namespace Lossary.Training.Tests;

/// <summary>However a training ends, the network holds the weights of its best epoch.</summary>
public sealed class StoppingTests
{
    private readonly Dictionary<int, float[]> _weightsAfter = [];
    private int _epoch;

    [Fact]
    public void Early_stopping_restores_the_best_epoch()
    {
        Network<float> network = Problems.LinearModel();
        TrainingResult result = Fit(network, [5, 3, 4, 4, 4, 1], new TrainingOptions { MaxEpochs = 6, Patience = 3 });
        Assert.Equal(StopReason.EarlyStopping, result.Stopped);
        Assert.Equal((5, 2, 3.0), (result.Epochs, result.BestEpoch, result.BestScore));
        Assert.Equal(_weightsAfter[2], network.Weights.ToArray());
        Assert.Null(result.Failure);
    }

    [Fact]
    public void Completion_restores_the_best_epoch()
    {
        Network<float> network = Problems.LinearModel();
        TrainingResult result = Fit(network, [5, 3, 4, 4, 4], new TrainingOptions { MaxEpochs = 5 });
        Assert.Equal(StopReason.Completed, result.Stopped);
        Assert.Equal((5, 2), (result.Epochs, result.BestEpoch));
        Assert.Equal(_weightsAfter[2], network.Weights.ToArray());
    }

    [Fact]
    public void A_score_must_improve_by_the_minimum()
    {
        TrainingResult result = Fit(
            Problems.LinearModel(), [5, 4.95, 4.5, 4.45],
            new TrainingOptions { MaxEpochs = 4, MinimumImprovement = 0.1 });
        Assert.Equal(3, result.BestEpoch);
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 4)]
    public void Of_equal_scores_the_first_or_the_last_is_kept(bool takesLater, int expected)
    {
        Network<float> network = Problems.LinearModel();
        TrainingOptions options = new() { MaxEpochs = 5, TakesLaterOfEqual = takesLater };
        TrainingResult result = Fit(network, [5, 3, 4, 3, 4], options);
        Assert.Equal(expected, result.BestEpoch);
        Assert.Equal(_weightsAfter[expected], network.Weights.ToArray());
    }

    [Fact]
    public void Cancellation_restores_the_best_epoch()
    {
        using CancellationTokenSource source = new();
        Network<float> network = Problems.LinearModel();
        TrainingOptions options = new()
        {
            MaxEpochs = 10,
            Progress = record =>
            {
                if (record.Epoch == 4)
                {
                    source.Cancel();
                }
            },
        };
        TrainingResult result = Fit(network, [5, 3, 4, 4, 4, 4, 4, 4, 4, 4], options, source.Token);
        Assert.Equal(StopReason.Cancelled, result.Stopped);
        Assert.Equal((4, 2), (result.Epochs, result.BestEpoch));
        Assert.Equal(_weightsAfter[2], network.Weights.ToArray());
    }

    [Fact]
    public void A_score_that_is_no_number_is_a_divergence_and_restores_the_best_epoch()
    {
        Network<float> network = Problems.LinearModel();
        TrainingResult result = Fit(network, [5, 3, double.NaN], new TrainingOptions { MaxEpochs = 5 });
        Assert.Equal(StopReason.Diverged, result.Stopped);
        Assert.Equal((2, 2), (result.Epochs, result.BestEpoch));
        Assert.Equal(_weightsAfter[2], network.Weights.ToArray());
        Assert.StartsWith(
            "Epoch 3, step 250: the validation score is NaN; gradient norm ", result.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_learning_rate_that_is_far_too_high_diverges_with_a_report_and_the_initial_weights()
    {
        Network<float> network = Problems.LinearModel();
        float[] initial = network.Weights.ToArray();
        TrainingResult result = Trainer.Fit(network, Problems.Squared, Problems.Linear(), null, new TrainingOptions
        {
            CreateOptimizer = () => new Sgd<float>(1e20),
        });
        Assert.Equal(StopReason.Diverged, result.Stopped);
        Assert.Equal((0, 0, double.NaN), (result.Epochs, result.BestEpoch, result.BestScore));
        Assert.Equal(initial, network.Weights.ToArray());
        Assert.Matches(@"^Epoch 1, step \d+: the loss is (NaN|Infinity); gradient norm \d", result.Failure);
    }

    [Fact]
    public void An_exception_of_a_callback_passes_through_and_leaves_the_best_epoch()
    {
        Network<float> network = Problems.LinearModel();
        ValidationScore scores = Scores([5, 3, 4]);
        Assert.Throws<TimeoutException>(() => Trainer.Fit(
            network, Problems.Squared, Problems.Linear(),
            judged => _epoch == 3 ? throw new TimeoutException() : scores(judged), new TrainingOptions()));
        Assert.Equal(_weightsAfter[2], network.Weights.ToArray());
    }

    [Fact]
    public void Clipping_by_norm_and_by_value_keeps_a_wild_learning_rate_finite()
    {
        TrainingResult result = Trainer.Fit(
            Problems.LinearModel(), Problems.Squared, Problems.Linear(), null, new TrainingOptions
            {
                MaxEpochs = 3,
                MaxGradientNorm = 1e-6,
                MaxGradientValue = 1,
                CreateOptimizer = () => new Sgd<float>(1e3),
            });
        Assert.Equal(StopReason.Completed, result.Stopped);
        // What is reported is the norm before clipping.
        Assert.All(result.History, record => Assert.True(record.GradientNorm > 1e-3));
    }

    [Fact]
    public void Progress_hears_of_every_epoch()
    {
        List<EpochRecord> heard = [];
        TrainingResult result = Fit(
            Problems.LinearModel(), [5, 3, 4], new TrainingOptions { MaxEpochs = 3, Progress = heard.Add });
        Assert.Equal(result.History, heard);
        Assert.Equal([1, 2, 3], heard.Select(record => record.Epoch));
        Assert.Equal([5.0, 3, 4], heard.Select(record => record.ValidationScore));
    }

    private TrainingResult Fit(
        Network<float> network, double[] scores, TrainingOptions options, CancellationToken cancellation = default) =>
        Trainer.Fit(
            network, Problems.Squared, Problems.Linear(), Scores(scores), options with { BatchSize = 1 }, cancellation);

    /// <summary>Gives the scores one by one, and remembers the weights of each epoch.</summary>
    private ValidationScore Scores(double[] scores) => network =>
    {
        _epoch++;
        _weightsAfter[_epoch] = network.Weights.ToArray();
        return scores[_epoch - 1];
    };
}
