using Lossary.Tensors;

namespace Lossary.Training.Tests;

public sealed class MetaLearnerTests
{
    private static readonly double[] s_support = [0.5, -1.2, 0.9], s_supportTargets = [1.0, -0.3, 0.7];
    private static readonly double[] s_query = [1.5, -0.4], s_queryTargets = [2.0, 0.1];

    [Theory]
    [InlineData(1, 4)]
    [InlineData(3, 4)]
    [InlineData(2, 2)]
    public void The_gradient_of_maml_is_the_slope_of_the_loss_after_adapting(int steps, int adapted)
    {
        // Two of the four parameters: the last layer's, as in ANIL.
        Network<double> network = Small();
        MetaLearner<double> learner = new(network, Squared)
        {
            LearningRate = 0.3,
            Steps = steps,
            Adapted = [.. network.Parameters.TakeLast(adapted)],
        };
        Episode<double>[] episodes = [Task(1), Task(-0.5)];
        double loss = learner.Gradient(episodes);
        Assert.Equal(episodes.Average(episode => learner.LossAfter(episode, steps)), loss, 13);
        double[] gradient = network.Gradients.ToArray();
        foreach (NetworkParameter<double> parameter in network.Parameters)
        {
            for (int i = 0; i < parameter.Shape.Length; i++)
            {
                Assert.Equal(Quotient(learner, episodes, parameter, i), parameter.Tensor.Gradient[i], 9);
            }
        }

        Assert.Equal(loss, learner.Gradient(episodes));
        Assert.Equal(gradient, network.Gradients.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_first_order_gradient_leaves_out_how_the_steps_depend_on_the_weights(int steps)
    {
        // One weight, squares: each step multiplies the weight's error by 1 - 2 rate mean x², and so the gradient.
        const double Rate = 0.1;
        Network<double> network = Line(0.4);
        double square = s_support.Average(x => x * x);
        double product = s_support.Zip(s_supportTargets, (x, y) => x * y).Average();
        double weight = 0.4;
        for (int step = 0; step < steps; step++)
        {
            weight -= Rate * 2 * ((weight * square) - product);
        }

        double slope = 2 * s_query.Zip(s_queryTargets, (x, y) => x * ((weight * x) - y)).Average();
        Episode<double> task = Task(1);
        Learner(network, MetaMethod.FirstOrderMaml).Gradient(task);
        Assert.Equal(slope, network.Parameters[0].Tensor.Gradient[0], 13);
        Learner(network, MetaMethod.Maml).Gradient(task);
        Assert.Equal(slope * Math.Pow(1 - (2 * Rate * square), steps), network.Parameters[0].Tensor.Gradient[0], 13);
        Learner(network, MetaMethod.Reptile).Gradient(task);
        Assert.Equal(0.4 - weight, network.Parameters[0].Tensor.Gradient[0], 13);
        Assert.Equal(weight * 1.5, Learner(network, MetaMethod.Reptile).Predict(task, steps)[0], 13);
        Assert.Equal(0.4, network.Parameters[0].Tensor.Values[0]);

        MetaLearner<double> Learner(Network<double> network, MetaMethod method) =>
            new(network, Squared) { LearningRate = Rate, Steps = steps, Method = method };
    }

    [Fact]
    public void A_shared_part_has_a_first_order_gradient_too_and_is_not_adapted()
    {
        Network<double> network = Small();
        MetaLearner<double> learner = new(network, Squared)
        {
            Method = MetaMethod.FirstOrderMaml,
            LearningRate = 1e-12,
            Adapted = network.Layers[^1].Parameters,
        };
        learner.Gradient(Task(1));
        double[] gradient = network.Gradients.ToArray();

        // Steps of next to nothing: the gradient of the query loss itself.
        Tape<double> tape = new();
        network.ClearGradients();
        tape.Backward(Squared(tape, network.Forward(tape, Task(1).Query), Task(1).QueryTargets));
        Assert.Equal(network.Gradients.ToArray(), gradient, (x, y) => Math.Abs(x - y) < 1e-9);
        Assert.Contains(network.Layers[0].Parameters[0].Tensor.Gradient.ToArray(), slope => slope != 0);

        MetaLearner<double> reptile = new(network, Squared) { Method = MetaMethod.Reptile, Adapted = network.Layers[^1].Parameters };
        reptile.Gradient(Task(1));
        Assert.All(network.Layers[0].Parameters[0].Tensor.Gradient.ToArray(), slope => Assert.Equal(0, slope));
        Assert.All(network.Layers[^1].Parameters[0].Tensor.Gradient.ToArray(), slope => Assert.NotEqual(0, slope));
    }

    [Fact]
    public void What_cannot_be_differentiated_twice_is_named_by_maml_and_fine_for_the_others()
    {
        // A loss whose gradient comes with it, computed off the tape.
        static Tensor<double> Given(Tape<double> tape, Tensor<double> predictions, Tensor<double> targets)
        {
            Tensor<double> gradient = tape.Rent(predictions.Shape);
            double value = 0;
            for (int i = 0; i < targets.Shape.Length; i++)
            {
                double off = predictions.Values[i] - targets.Values[i];
                value += off * off;
                gradient.Values[i] = 2 * off;
            }

            return tape.Objective(predictions, value, gradient);
        }

        Episode<double> task = Task(1);
        NotSupportedException refusal = Assert.Throws<NotSupportedException>(
            () => new MetaLearner<double>(Small(), Given).Gradient(task));
        Assert.Contains("cannot be differentiated twice", refusal.Message, StringComparison.Ordinal);
        foreach (MetaMethod method in (MetaMethod[])[MetaMethod.FirstOrderMaml, MetaMethod.Reptile])
        {
            MetaLearner<double> learner = new(Small(), Given) { Method = method };
            Assert.True(learner.Gradient(task) < learner.LossAfter(task, 0), $"{method} does not adapt.");
        }
    }

    [Fact]
    public void Wrong_settings_are_refused_by_name()
    {
        Network<double> network = Small();
        MetaLearner<double> learner = new(network, Squared);
        Assert.Equal("episodes", Assert.Throws<ArgumentOutOfRangeException>(() => learner.Gradient([])).ParamName);
        Assert.Equal("steps", Assert.Throws<ArgumentOutOfRangeException>(() => learner.LossAfter(Task(1), -1)).ParamName);
        Assert.Equal("LearningRate", Assert.Throws<ArgumentOutOfRangeException>(
            () => new MetaLearner<double>(network, Squared) { LearningRate = double.NaN }).ParamName);
        Assert.Equal("Steps", Assert.Throws<ArgumentOutOfRangeException>(
            () => new MetaLearner<double>(network, Squared) { Steps = 0 }).ParamName);
        ArgumentException refusal = Assert.Throws<ArgumentException>(
            () => new MetaLearner<double>(network, Squared) { Adapted = Small().Parameters });
        Assert.Contains("none of the network's", refusal.Message, StringComparison.Ordinal);
        refusal = Assert.Throws<ArgumentException>(
            () => network.Forward(new ForwardPass<double>(new Tape<double>()), Task(1).Query, [Task(1).Query]));
        Assert.Equal("parameters", refusal.ParamName);
    }

    private static Tensor<double> Squared(Tape<double> tape, Tensor<double> predictions, Tensor<double> targets) =>
        tape.Mean(tape.Square(tape.Subtract(predictions, targets)));

    /// <summary>One input, three units, one output.</summary>
    private static Network<double> Small() => Network<double>.Perceptron(
        new PerceptronOptions { Inputs = 1, Hidden = [3], Activation = Activation.Tanh, Seed = 2 });

    private static Network<double> Line(double weight)
    {
        Network<double> network = new(1, [new Factor()], seed: 1);
        network.Parameters[0].Tensor.Values[0] = weight;
        return network;
    }

    private static Episode<double> Task(double factor) => new()
    {
        Support = new(new Shape(3, 1), s_support),
        SupportTargets = new(new Shape(3, 1), s_supportTargets.Select(y => factor * y).ToArray()),
        Query = new(new Shape(2, 1), s_query),
        QueryTargets = new(new Shape(2, 1), s_queryTargets.Select(y => factor * y).ToArray()),
    };

    private static double Quotient(
        MetaLearner<double> learner, Episode<double>[] episodes, NetworkParameter<double> parameter, int i)
    {
        const double Step = 1e-3;
        double kept = parameter.Tensor.Values[i];
        double At(double by)
        {
            parameter.Tensor.Values[i] = kept + by;
            return episodes.Average(episode => learner.LossAfter(episode, learner.Steps));
        }

        double quotient = ((8 * (At(Step) - At(-Step))) - (At(2 * Step) - At(-2 * Step))) / (12 * Step);
        parameter.Tensor.Values[i] = kept;
        return quotient;
    }

    /// <summary>One number times its input.</summary>
    private sealed class Factor : Layer<double>
    {
        private readonly NetworkParameter<double> _weight = new("weight", new Shape(1, 1), isPenalized: true);

        public override string Name => "factor";

        public override IReadOnlyList<NetworkParameter<double>> Parameters => [_weight];

        public override Tensor<double> Forward(in ForwardPass<double> pass, Tensor<double> input) =>
            pass.Tape.MatMul(input, _weight.Tensor);
    }
}
