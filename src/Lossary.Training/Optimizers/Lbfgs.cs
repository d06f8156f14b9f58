using System.Numerics;

namespace Lossary.Training;

/// <summary>Few, large steps by the curvature seen of late: for smooth objectives of a whole data set.</summary>
/// <remarks>
/// L-BFGS: each iteration goes along −H · gradient, H an approximate inverse of the second derivatives made of
/// the last steps, by the learning rate, or as far as a line search finds best. It asks for the objective itself,
/// several times in a step: batches that change in between, dropout and other noise break it. A step that would
/// end at a value that is not a number is shortened by the line search; without one it is taken. The conventions
/// are those of <c>torch.optim.LBFGS</c>, which searches no line unless told to. References: J. Nocedal, Math.
/// Comp. 35 (1980) 773–782, doi:10.1090/S0025-5718-1980-0572855-7; D. C. Liu, J. Nocedal, Math. Program. 45
/// (1989) 503–528, doi:10.1007/BF01589116.
/// </remarks>
/// <param name="learningRate">What a step is multiplied by, or what a search tries first; positive.</param>
/// <typeparam name="T">float, or double where many digits are wanted.</typeparam>
public sealed class Lbfgs<T>(double learningRate = 1)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private CurvatureMemory<T>? _memory;
    private WolfeSearch<T>? _search;
    private LinePoint<T> _here = new(0);
    private T[] _direction = [];
    private T[] _lastGradient = [];
    private double _lastStep;

    /// <summary>What a step along the direction is multiplied by; positive.</summary>
    public double LearningRate { get; } = Setting.RequirePositive(learningRate, nameof(learningRate));

    /// <summary>How many iterations a step takes at most; positive.</summary>
    /// <value>20.</value>
    public int MaxIterations { get; init => field = Setting.RequirePositive(value, nameof(MaxIterations)); } = 20;

    /// <summary>How often a step asks for the objective, until it ends; positive.</summary>
    /// <value>25.</value>
    public int MaxEvaluations { get; init => field = Setting.RequirePositive(value, nameof(MaxEvaluations)); } = 25;

    /// <summary>The step ends where no derivative is larger; not negative.</summary>
    /// <value>1e-7.</value>
    public double GradientTolerance
    {
        get;
        init => field = Setting.RequireNotNegative(value, nameof(GradientTolerance));
    } = 1e-7;

    /// <summary>The step ends where neither a parameter nor the objective changes by more; not negative.</summary>
    /// <value>1e-9.</value>
    public double ChangeTolerance
    {
        get;
        init => field = Setting.RequireNotNegative(value, nameof(ChangeTolerance));
    } = 1e-9;

    /// <summary>How many steps are remembered; positive.</summary>
    /// <value>100.</value>
    public int HistorySize { get; init => field = Setting.RequirePositive(value, nameof(HistorySize)); } = 100;

    /// <summary>True to search along each direction for a place that meets the strong conditions of Wolfe.</summary>
    /// <value>True.</value>
    public bool SearchesLine { get; init; } = true;

    /// <summary>How many iterations were taken, over all steps.</summary>
    public int Iterations { get; private set; }

    /// <summary>How often the objective was asked for, over all steps.</summary>
    public int Evaluations { get; private set; }

    /// <summary>Goes on until a limit or a tolerance is reached.</summary>
    /// <param name="parameters">What is adjusted, <c>[n]</c>; the same n in every step.</param>
    /// <param name="objective">What is to become less.</param>
    /// <returns>The objective's value before the step.</returns>
    /// <exception cref="ArgumentException">The length differs from the first step's.</exception>
    public double Step(Span<T> parameters, ObjectiveFunction<T> objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        CurvatureMemory<T> memory = Prepare(parameters);
        int most = Evaluations + MaxEvaluations;
        double before = Evaluate(parameters, objective);
        bool isEnd = LinearSteps.Largest<T>(_here.Gradient) <= GradientTolerance;
        for (int left = MaxIterations; left > 0 && !isEnd; left--)
        {
            Direct(memory);
            _here.Slope = LinearSteps.Dot<T>(_here.Gradient, _direction);
            if (!(_here.Slope <= -ChangeTolerance))
            {
                break;
            }

            double value = _here.Value;
            Go(parameters, objective, isLast: left == 1);
            isEnd = Evaluations >= most
                || LinearSteps.Largest<T>(_here.Gradient) <= GradientTolerance
                || Math.Abs(_lastStep) * LinearSteps.Largest<T>(_direction) <= ChangeTolerance
                || Math.Abs(_here.Value - value) < ChangeTolerance;
        }

        return before;
    }

    private CurvatureMemory<T> Prepare(ReadOnlySpan<T> parameters)
    {
        int length = parameters.Length;
        if (_memory is null)
        {
            _memory = new CurvatureMemory<T>(HistorySize);
            _search = SearchesLine ? new WolfeSearch<T>(length, ChangeTolerance) : null;
            _here = new LinePoint<T>(length);
            _direction = new T[length];
            _lastGradient = new T[length];
        }

        return length == _direction.Length
            ? _memory
            : throw new ArgumentException(
                $"parameters has {length} elements, the first step had {_direction.Length}.", nameof(parameters));
    }

    private double Evaluate(ReadOnlySpan<T> parameters, ObjectiveFunction<T> objective)
    {
        _here.Value = objective(parameters, _here.Gradient);
        Evaluations++;
        return _here.Value;
    }

    /// <summary>The direction of this iteration, and the step that is tried first.</summary>
    private void Direct(CurvatureMemory<T> memory)
    {
        ReadOnlySpan<T> gradient = _here.Gradient;
        Span<T> change = _lastGradient;
        if (Iterations > 0)
        {
            LinearSteps.Move(gradient, change, -1, change);
            LinearSteps.Scale<T>(_direction, _lastStep, _direction);
            memory.Take(_direction, change);
        }

        memory.Direct(gradient, _direction);
        gradient.CopyTo(change);

        // Before anything is known of the curvature, a step is not to be longer than 1 in sum.
        _lastStep = Iterations > 0 ? LearningRate : Math.Min(1, 1 / LinearSteps.SumOfSizes(gradient)) * LearningRate;
        Iterations++;
    }

    private void Go(Span<T> parameters, ObjectiveFunction<T> objective, bool isLast)
    {
        if (_search is not null)
        {
            _here.Step = 0;
            LinePoint<T> found = _search.Find(objective, parameters, _direction, _here, _lastStep);
            Evaluations += _search.Evaluations;
            LinearSteps.Move(parameters, _direction, found.Step, parameters);
            _lastStep = found.Step;
            _here.Value = found.Value;
            found.Gradient.CopyTo(_here.Gradient, 0);
            return;
        }

        LinearSteps.Move(parameters, _direction, _lastStep, parameters);
        if (!isLast)
        {
            // After the last iteration the next step asks by itself.
            Evaluate(parameters, objective);
        }
    }
}
