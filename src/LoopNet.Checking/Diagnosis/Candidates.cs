using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>A change that may be behind a number, and what it takes to say it.</summary>
/// <param name="Edit">The change.</param>
/// <param name="Cost">In bits.</param>
/// <param name="Place">Its place in the order of the equations, by which several changes are put together.</param>
internal sealed record Candidate(Edit Edit, double Cost, int Place);

/// <summary>The changes that may be behind a number: the known mistakes, and every single edit of the equations that lead to it.</summary>
internal sealed class Candidates
{
    private const double Class = 1.0;
    private const double Unnamed = 2.0;
    private const double CostOfASign = 7.0;

    private readonly Recalculation _recalculation;
    private readonly IReadOnlyList<(Expression Right, Lazy<IReadOnlyList<Expression>> Changed)> _expressions;
    private readonly Dictionary<string, IReadOnlyList<Candidate>> _edits = [];

    public Candidates(Recalculation recalculation)
    {
        _recalculation = recalculation;
        Example example = recalculation.Example;
        List<Candidate> known = [];
        foreach (Mistake mistake in Catalogue.All)
        {
            Edit[] ways = [.. mistake.Edits(example)];
            double cost = Class + Functions.Log2(Catalogue.All.Count) + Functions.Log2(Math.Max(1, ways.Length));
            known.AddRange(ways.Select(way => new Candidate(way, cost, known.Count)));
        }

        Known = known;
        _expressions = [.. StepExpressions.Of(example).Select(expression => (expression, new Lazy<IReadOnlyList<Expression>>(() => SingleEdits.Of(expression, example))))];
    }

    /// <summary>The known mistakes, in every way and place.</summary>
    public IReadOnlyList<Candidate> Known { get; }

    /// <summary>The single edits of the equation of a number, and of those before it of which no number is given.</summary>
    /// <param name="target">The number.</param>
    public IReadOnlyList<Candidate> Edits(int target)
    {
        Tensor tensor = _recalculation.Asked[target].Tensor;
        string key = Invariant($"{tensor.Kind} {tensor.Layer}");
        if (!_edits.TryGetValue(key, out IReadOnlyList<Candidate>? edits))
        {
            edits = Find(tensor);
            _edits.Add(key, edits);
        }

        return edits;
    }

    /// <summary>The same edits made in part: in one step, for one unit, at one number.</summary>
    /// <param name="target">The number.</param>
    public IReadOnlyList<Candidate> InPart(int target)
    {
        AskedNumber asked = _recalculation.Asked[target];
        int step = asked.Name.Step;
        double steps = 1.0 + Functions.Log2(_recalculation.LastStep);
        List<Candidate> edits = [];
        if (_recalculation.LastStep > 1)
        {
            edits.AddRange(Known.Concat(Edits(target)).Where(candidate => candidate.Edit.Shift is null && !candidate.Edit.IsSharp)
                .Select(candidate => candidate with { Edit = candidate.Edit with { Scope = InStep(candidate.Edit.Scope, step) }, Cost = candidate.Cost + steps }));
        }

        int l = EquationLayer(asked.Tensor);
        (int row, int column) = (asked.Tensor.Row(asked.Name.Index), Tensor.Column(asked.Name.Index));
        foreach ((Expression right, Lazy<IReadOnlyList<Expression>> lazy) in _expressions.Where(expression => Gives(expression.Right, asked.Tensor) && expression.Right.Exists(_recalculation.Example, l)))
        {
            IReadOnlyList<Expression> changed = lazy.Value;
            bool isMatrix = right.Places is Places.Pair or Places.OwnPair;
            (int i, int k) = right.Places == Places.Input ? (0, column) : isMatrix ? (row, column) : (column, 0);
            double cost = Class + Unnamed + Functions.Log2(changed.Count);
            (int rows, int columns) = right.Size(_recalculation.Example, l);
            string unit = isMatrix ? Invariant($"at unit {row} only") : Invariant($"at {asked.Name.Symbol}[{column}] only");
            Scope layer = new("") { Layers = new HashSet<int> { l } };
            foreach (Expression edit in changed.Where(edit => edit.Exists(_recalculation.Example, l)))
            {
                if (right.Places != Places.One)
                {
                    edits.Add(InPart(right, edit, (at, other) => right.Places == Places.Input ? other == k : at == i, layer with { Where = unit }, cost + Functions.Log2(right.Places == Places.Input ? columns : rows)));
                }

                if (isMatrix)
                {
                    edits.Add(InPart(right, edit, (at, other) => at == i && other == k, layer with { Where = Invariant($"at {asked.Name.Symbol}[{row},{column}] only") }, cost + Functions.Log2(rows * columns)));
                }

                edits.Add(InPart(right, edit, (at, other) => at == i && other == k, layer with { Where = $"at {asked.Name} only", Sample = asked.Name.Sample, Step = step }, cost + Functions.Log2(_recalculation.Asked.Count)));
            }
        }

        return edits;
    }

    private static Candidate InPart(Expression right, Expression changed, Func<int, int, bool> where, Scope scope, double cost)
    {
        return new Candidate(Edit(right, changed, where) with { Scope = scope }, cost, int.MaxValue);
    }

    private static Scope InStep(Scope scope, int step) => scope with { Step = step, Where = scope.Where.Length == 0 ? Invariant($"in step {step} only") : Invariant($"{scope.Where}, in step {step} only") };

    private List<Candidate> Find(Tensor target)
    {
        Example example = _recalculation.Example;
        HashSet<(TensorKind Kind, int Layer)> given = [.. _recalculation.Asked.Select(asked => (asked.Tensor.Kind, asked.Tensor.Layer))];
        List<(Edit Edit, int Place, bool IsSign)> found = [];
        List<Edit> ofBiases = [];
        int place = 0;
        foreach ((Expression right, Lazy<IReadOnlyList<Expression>> changed) in _expressions)
        {
            int[] layers = [.. Enumerable.Range(1, example.Network.Layers.Length).Where(l => right.Exists(example, l) && IsOnTheWay(right, l, target, given))];
            bool isOfBiases = right.Equation is "M2" or "U2";
            foreach (Expression edit in layers.Length == 0 && !isOfBiases ? [] : changed.Value)
            {
                Edit whole = Edit(right, edit) with { Layers = l => edit.Exists(example, l) };
                place++;
                Edit[] scopes = [.. whole.InScopes(example)];
                found.AddRange(scopes.Where(scoped => scoped.Scope.Layers!.Any(layers.Contains)).Select(scoped => (scoped, place, edit.IsNegative(right))));
                if (isOfBiases)
                {
                    ofBiases.AddRange(scopes);
                }
            }
        }

        AddJoint(found, ofBiases);
        double cost = Class + Unnamed + Functions.Log2(Math.Max(1, found.Count));
        return [.. found.Select(edit => new Candidate(edit.Edit, Math.Min(cost, edit.IsSign ? Class + CostOfASign : cost), Known.Count + edit.Place))];
    }

    // What is done to the weights is mostly done to the biases too.
    private static void AddJoint(List<(Edit Edit, int Place, bool IsSign)> found, List<Edit> ofBiases)
    {
        Dictionary<(string Wrong, string Where), Edit> biases = [];
        foreach (Edit edit in ofBiases)
        {
            biases.TryAdd((edit.Wrong, edit.Scope.Where), edit);
        }

        foreach ((Edit edit, int place, bool isSign) in found.Where(edit => edit.Edit.Equation is "M1" or "U1").ToList())
        {
            string wrong = edit.Wrong.Replace("dL/dW_l[i,k]", "dL/db_l[i]", StringComparison.Ordinal).Replace("W_l[i,k]", "b_l[i]", StringComparison.Ordinal).Replace("W_l'[i,k]", "b_l'[i]", StringComparison.Ordinal);
            if (biases.TryGetValue((wrong, edit.Scope.Where), out Edit? other))
            {
                Edit both = edit with
                {
                    Equation = $"{edit.Equation}, {other.Equation}",
                    Wrong = $"{edit.Wrong}; {other.Wrong}",
                    Right = $"{edit.Right}; {other.Right}",
                    Replace = equations => other.Replace(edit.Replace(equations)),
                };
                found.Add((both, place, isSign));
            }
        }
    }

    // The equation of the number itself, or one before it that nothing was written of.
    private static bool IsOnTheWay(Expression right, int l, Tensor target, HashSet<(TensorKind Kind, int Layer)> given)
    {
        if (Gives(right, target) && l == EquationLayer(target))
        {
            return true;
        }

        (TensorKind kind, int layer) = Target(right, l);
        return !given.Contains((kind, layer)) && right.Stage <= StageOf(target);
    }

    private static bool Gives(Expression expression, Tensor tensor)
    {
        return tensor.Kind == Target(expression, 1).Kind && (tensor.Kind != TensorKind.dL_da || tensor.Equation == expression.Equation);
    }

    private static int EquationLayer(Tensor tensor) => tensor.Kind == TensorKind.dL_da && tensor.Equation == "B7" ? tensor.Layer + 1 : tensor.Layer;

    private static Stage StageOf(Tensor tensor) => tensor.Kind switch
    {
        TensorKind.z => Stage.Output,
        TensorKind.a => Stage.Output,
        TensorKind.L => Stage.Loss,
        _ => Stage.Update,
    };

    private static (TensorKind Kind, int Layer) Target(Expression expression, int l) => expression.Equation switch
    {
        "F1" => (TensorKind.z, l),
        "F2" => (TensorKind.a, l),
        "F3" => (TensorKind.L, l),
        "B1" => (TensorKind.dL_da, l),
        "B2" => (TensorKind.da_dz, l),
        "B3" or "B3s" => (TensorKind.dL_dz, l),
        "B5" => (TensorKind.dL_dW, l),
        "B6" => (TensorKind.dL_db, l),
        "B7" => (TensorKind.dL_da, l - 1),
        "M1" => (TensorKind.batch_dL_dW, l),
        "M2" => (TensorKind.batch_dL_db, l),
        "M3" => (TensorKind.batch_L, l),
        "U1" => (TensorKind.W_new, l),
        _ => (TensorKind.b_new, l),
    };

    private static Edit Edit(Expression right, Expression changed, Func<int, int, bool>? where = null)
    {
        return new Edit(right.Equation, right.Text, changed.Text, equations => Replaced(equations, right.Equation, changed, where));
    }

    private static StepEquations Replaced(StepEquations equations, string equation, Expression changed, Func<int, int, bool>? where)
    {
        void OfSample(CalculatedStep step, int s, int l) => changed.Fill(step, s, l, where);
        void OfLayer(CalculatedStep step, int l) => changed.Fill(step, 0, l, where);
        return equation switch
        {
            "F1" => equations with { F1 = equations.F1.Then(OfSample) },
            "F2" => equations with { F2 = equations.F2.Then(OfSample) },
            "F3" => equations with { F3 = equations.F3.Then(OfSample) },
            "B1" => equations with { B1 = equations.B1.Then(OfSample) },
            "B2" => equations with { B2 = equations.B2.Then(OfSample) },
            "B3" or "B3s" => equations with { B3 = equations.B3.Then(OfSample) },
            "B5" => equations with { B5 = equations.B5.Then(OfSample) },
            "B6" => equations with { B6 = equations.B6.Then(OfSample) },
            "B7" => equations with { B7 = equations.B7.Then(OfSample) },
            "M1" => equations with { M1 = equations.M1.Then(OfLayer) },
            "M2" => equations with { M2 = equations.M2.Then(OfLayer) },
            "M3" => equations with { M3 = equations.M3.Then(OfLayer) },
            "U1" => equations with { U1 = equations.U1.Then(OfLayer) },
            _ => equations with { U2 = equations.U2.Then(OfLayer) },
        };
    }
}
