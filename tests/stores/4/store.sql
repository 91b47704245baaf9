--
-- PostgreSQL database dump
--


-- Dumped from database version 18.6
-- Dumped by pg_dump version 18.6

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: pg_trgm; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;


--
-- Name: EXTENSION pg_trgm; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: alembic_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);


--
-- Name: approval_task; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.approval_task (
    id uuid NOT NULL,
    revision integer NOT NULL,
    order_id uuid NOT NULL,
    round integer NOT NULL,
    step integer NOT NULL,
    role character varying(64) NOT NULL,
    state character varying(64) NOT NULL,
    why text NOT NULL,
    material text NOT NULL,
    material_sha256 character varying(64) NOT NULL,
    opened_at bigint NOT NULL,
    decided_at bigint,
    decided_by uuid,
    reason_code character varying(200) DEFAULT ''::character varying NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT ck_approval_task_state CHECK (((state)::text = ANY ((ARRAY['waiting'::character varying, 'active'::character varying, 'approved'::character varying, 'refused'::character varying, 'sent_back'::character varying, 'skipped'::character varying, 'withdrawn'::character varying])::text[])))
);


--
-- Name: attachment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attachment (
    id uuid NOT NULL,
    revision integer NOT NULL,
    order_id uuid NOT NULL,
    sha256 character varying(64),
    name character varying(200) DEFAULT ''::character varying NOT NULL,
    size bigint NOT NULL,
    link text DEFAULT ''::text NOT NULL,
    added_by uuid,
    added_at bigint NOT NULL,
    removed_by uuid,
    removed_at bigint
);


--
-- Name: audit_entry; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_entry (
    v bigint NOT NULL,
    format integer NOT NULL,
    op_id uuid NOT NULL,
    command character varying(64) NOT NULL,
    at bigint NOT NULL,
    actor_id uuid,
    device character varying(200) DEFAULT ''::character varying NOT NULL,
    policy_row character varying(200) DEFAULT ''::character varying NOT NULL,
    objects text NOT NULL,
    body_hash character varying(64) NOT NULL,
    previous character varying(64) NOT NULL,
    hash character varying(64) NOT NULL
);


--
-- Name: audit_text; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_text (
    v bigint NOT NULL,
    salt bytea NOT NULL,
    text text NOT NULL
);


--
-- Name: change_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.change_log (
    v bigint NOT NULL,
    seq integer NOT NULL,
    type character varying(64) NOT NULL,
    object_id uuid NOT NULL,
    revision integer NOT NULL,
    op_id uuid NOT NULL,
    actor_id uuid,
    kind character varying(16) NOT NULL
);


--
-- Name: command_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.command_log (
    id uuid NOT NULL,
    command character varying(64) NOT NULL,
    version integer NOT NULL,
    request_hash character varying(64) NOT NULL,
    outcome text NOT NULL,
    v bigint NOT NULL,
    at bigint NOT NULL,
    actor_id uuid
);


--
-- Name: confirmation_print; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.confirmation_print (
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    copy_no integer NOT NULL,
    order_revision integer NOT NULL,
    language character varying(64) NOT NULL,
    printed_at bigint NOT NULL,
    printed_by uuid
);


--
-- Name: credit_account; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.credit_account (
    customer_id uuid NOT NULL,
    exposure bigint NOT NULL
);


--
-- Name: customer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.customer (
    id uuid NOT NULL,
    revision integer NOT NULL,
    code character varying(64) NOT NULL,
    name character varying(200) DEFAULT ''::character varying NOT NULL,
    name_en character varying(200) DEFAULT ''::character varying NOT NULL,
    readings text DEFAULT ''::text NOT NULL,
    customer_class character varying(64) NOT NULL,
    tier character varying(64) NOT NULL,
    status character varying(64) NOT NULL,
    contact character varying(200) DEFAULT ''::character varying NOT NULL,
    phone character varying(200) DEFAULT ''::character varying NOT NULL,
    salesperson_id uuid,
    department character varying(200) DEFAULT ''::character varying NOT NULL,
    bill_to_id uuid,
    payer_id uuid,
    terms_kind character varying(64) NOT NULL,
    terms_days integer NOT NULL,
    terms_closing_day integer,
    terms_due_day integer,
    price_sources character varying(200) DEFAULT ''::character varying NOT NULL,
    currency character varying(3) NOT NULL,
    prices_include_tax boolean NOT NULL,
    credit_limit bigint,
    receivable bigint,
    receivable_as_of date,
    when_short character varying(64) NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    invoice text NOT NULL,
    custom text NOT NULL,
    delivery_method character varying(64) DEFAULT ''::character varying NOT NULL,
    freight_terms character varying(64) DEFAULT ''::character varying NOT NULL,
    rounding character varying(64) DEFAULT ''::character varying NOT NULL,
    merged_into_id uuid
);


--
-- Name: customer_address; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.customer_address (
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    "position" integer NOT NULL,
    label character varying(200) DEFAULT ''::character varying NOT NULL,
    province character varying(200) DEFAULT ''::character varying NOT NULL,
    city character varying(200) DEFAULT ''::character varying NOT NULL,
    district character varying(200) DEFAULT ''::character varying NOT NULL,
    rest character varying(200) DEFAULT ''::character varying NOT NULL,
    receiver character varying(200) DEFAULT ''::character varying NOT NULL,
    phone character varying(200) DEFAULT ''::character varying NOT NULL,
    main boolean NOT NULL
);


--
-- Name: customer_item; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.customer_item (
    customer_id uuid NOT NULL,
    number character varying(64) NOT NULL,
    item_id uuid NOT NULL,
    name character varying(200) DEFAULT ''::character varying NOT NULL
);


--
-- Name: delivery; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.delivery (
    id uuid NOT NULL,
    revision integer NOT NULL,
    order_id uuid NOT NULL,
    part integer NOT NULL,
    number character varying(64),
    state character varying(64) NOT NULL,
    customer_id uuid NOT NULL,
    site_id uuid NOT NULL,
    planned date,
    deliver_to text NOT NULL,
    method character varying(200) DEFAULT ''::character varying NOT NULL,
    picked_by uuid,
    shipped_by uuid,
    shipped_at bigint,
    note text DEFAULT ''::text NOT NULL,
    notes text DEFAULT '[]'::text NOT NULL,
    CONSTRAINT ck_delivery_state CHECK (((state)::text = ANY ((ARRAY['planned'::character varying, 'released'::character varying, 'picking'::character varying, 'packed'::character varying, 'at_dock'::character varying, 'shipped'::character varying, 'delivered'::character varying, 'exception'::character varying, 'cancelled'::character varying])::text[])))
);


--
-- Name: delivery_line; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.delivery_line (
    id uuid NOT NULL,
    delivery_id uuid NOT NULL,
    "position" integer NOT NULL,
    schedule_line_id uuid NOT NULL,
    order_line_id uuid NOT NULL,
    quantity bigint NOT NULL,
    picked bigint NOT NULL,
    shipped bigint NOT NULL,
    before bigint NOT NULL,
    short_reason character varying(200) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT ck_delivery_line_picked_within CHECK (((picked >= 0) AND (picked <= quantity))),
    CONSTRAINT ck_delivery_line_shipped_within CHECK (((shipped >= 0) AND (shipped <= quantity)))
);


--
-- Name: field_definition; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.field_definition (
    id uuid NOT NULL,
    document character varying(64) NOT NULL,
    key character varying(64) NOT NULL,
    type character varying(16) NOT NULL,
    version integer NOT NULL,
    retired boolean NOT NULL
);


--
-- Name: field_index; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.field_index (
    field_id uuid NOT NULL,
    object_id uuid NOT NULL,
    text_value character varying(200),
    number_value bigint,
    date_value date
);


--
-- Name: file_content; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.file_content (
    sha256 character varying(64) NOT NULL,
    size bigint NOT NULL,
    media character varying(64) NOT NULL,
    is_whole boolean NOT NULL,
    stored_at bigint NOT NULL,
    CONSTRAINT ck_file_content_size_not_negative CHECK ((size >= 0))
);


--
-- Name: file_content_piece; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.file_content_piece (
    content_sha256 character varying(64) NOT NULL,
    "position" integer NOT NULL,
    piece_sha256 character varying(64) NOT NULL
);


--
-- Name: file_piece; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.file_piece (
    sha256 character varying(64) NOT NULL,
    body bytea NOT NULL,
    stored_at bigint NOT NULL
);


--
-- Name: hold; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.hold (
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    level character varying(64) NOT NULL,
    object_id uuid NOT NULL,
    kind character varying(64) NOT NULL,
    cause text DEFAULT ''::text NOT NULL,
    set_by uuid,
    set_at bigint NOT NULL,
    lift_roles character varying(200) DEFAULT ''::character varying NOT NULL,
    lifted_by uuid,
    lifted_at bigint,
    lift_reason text DEFAULT ''::text NOT NULL
);


--
-- Name: item; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.item (
    id uuid NOT NULL,
    revision integer NOT NULL,
    code character varying(64) NOT NULL,
    name character varying(200) DEFAULT ''::character varying NOT NULL,
    name_en character varying(200) DEFAULT ''::character varying NOT NULL,
    readings text DEFAULT ''::text NOT NULL,
    kind character varying(64) NOT NULL,
    spec character varying(200) DEFAULT ''::character varying NOT NULL,
    brand character varying(200) DEFAULT ''::character varying NOT NULL,
    item_group character varying(200) DEFAULT ''::character varying NOT NULL,
    unit character varying(64) NOT NULL,
    unit_en character varying(200) DEFAULT ''::character varying NOT NULL,
    sales_unit character varying(64) NOT NULL,
    price_unit integer NOT NULL,
    order_multiple bigint,
    tax_rate bigint NOT NULL,
    list_price bigint,
    cost bigint,
    floor_price bigint,
    active boolean NOT NULL,
    custom text NOT NULL,
    merged_into_id uuid,
    CONSTRAINT ck_item_price_unit CHECK ((price_unit = ANY (ARRAY[1, 100, 1000])))
);


--
-- Name: item_barcode; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.item_barcode (
    barcode character varying(64) NOT NULL,
    item_id uuid NOT NULL,
    unit character varying(64) NOT NULL
);


--
-- Name: item_unit; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.item_unit (
    item_id uuid NOT NULL,
    unit character varying(64) NOT NULL,
    name_en character varying(200) DEFAULT ''::character varying NOT NULL,
    factor bigint NOT NULL,
    floating boolean NOT NULL,
    CONSTRAINT ck_item_unit_factor_positive CHECK ((factor > 0))
);


--
-- Name: job; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.job (
    id uuid NOT NULL,
    kind character varying(64) NOT NULL,
    key character varying(200) NOT NULL,
    payload text DEFAULT ''::text NOT NULL,
    due bigint NOT NULL,
    lease_until bigint,
    leased_by character varying(200),
    attempts integer NOT NULL,
    done_at bigint,
    error text DEFAULT ''::text NOT NULL
);


--
-- Name: job_holder; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.job_holder (
    name character varying(200) NOT NULL,
    seen_at bigint NOT NULL
);


--
-- Name: note_print; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.note_print (
    delivery_id uuid NOT NULL,
    copy_no integer NOT NULL,
    printed_at bigint NOT NULL,
    printed_by uuid,
    reason text DEFAULT ''::text NOT NULL
);


--
-- Name: number_series; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.number_series (
    series character varying(64) NOT NULL,
    next bigint NOT NULL
);


--
-- Name: order_comment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.order_comment (
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    said_by uuid,
    said_at bigint NOT NULL
);


--
-- Name: order_line; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.order_line (
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    "position" integer NOT NULL,
    item_id uuid NOT NULL,
    code character varying(64) NOT NULL,
    name character varying(200) DEFAULT ''::character varying NOT NULL,
    spec character varying(200) DEFAULT ''::character varying NOT NULL,
    kind character varying(64) NOT NULL,
    quantity bigint NOT NULL,
    unit character varying(64) NOT NULL,
    factor bigint NOT NULL,
    price_unit integer NOT NULL,
    unit_price bigint NOT NULL,
    net_unit_price bigint NOT NULL,
    gross_unit_price bigint NOT NULL,
    price_source character varying(64) NOT NULL,
    discount bigint NOT NULL,
    tax_rate bigint NOT NULL,
    amount_net bigint NOT NULL,
    tax bigint NOT NULL,
    amount_gross bigint NOT NULL,
    gift boolean NOT NULL,
    list_value bigint NOT NULL,
    cost bigint,
    reason character varying(200) DEFAULT ''::character varying NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    receipt text DEFAULT ''::text NOT NULL,
    notes text DEFAULT '[]'::text NOT NULL,
    when_short character varying(64) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT ck_order_line_amounts_agree CHECK (((amount_net + tax) = amount_gross)),
    CONSTRAINT ck_order_line_quantity_positive CHECK ((quantity > 0))
);


--
-- Name: order_revision; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.order_revision (
    order_id uuid NOT NULL,
    revision integer NOT NULL,
    draft text NOT NULL,
    sha256 character varying(64) NOT NULL,
    saved_by uuid,
    saved_at bigint NOT NULL
);


--
-- Name: person; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.person (
    id uuid NOT NULL,
    revision integer NOT NULL,
    code character varying(64) NOT NULL,
    name character varying(200) DEFAULT ''::character varying NOT NULL,
    name_en character varying(200) DEFAULT ''::character varying NOT NULL,
    roles character varying(200) DEFAULT ''::character varying NOT NULL,
    department character varying(200) DEFAULT ''::character varying NOT NULL,
    language character varying(8) NOT NULL,
    active boolean NOT NULL
);


--
-- Name: price; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.price (
    id uuid NOT NULL,
    price_list_id uuid NOT NULL,
    item_id uuid NOT NULL,
    unit character varying(64) NOT NULL,
    price bigint NOT NULL,
    valid_from date,
    valid_to date,
    CONSTRAINT ck_price_not_negative CHECK ((price >= 0))
);


--
-- Name: price_adjustment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.price_adjustment (
    id uuid NOT NULL,
    revision integer NOT NULL,
    number character varying(64) NOT NULL,
    state character varying(64) NOT NULL,
    start date NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    open_orders character varying(64) NOT NULL,
    written_by uuid,
    written_at bigint NOT NULL,
    published_by uuid,
    published_at bigint,
    ended_by uuid,
    ended_at bigint,
    end_reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT ck_price_adjustment_open_orders CHECK (((open_orders)::text = ANY ((ARRAY['keep'::character varying, 'ask'::character varying, 'follow'::character varying])::text[]))),
    CONSTRAINT ck_price_adjustment_state CHECK (((state)::text = ANY ((ARRAY['draft'::character varying, 'published'::character varying, 'cancelled'::character varying, 'rolled_back'::character varying])::text[])))
);


--
-- Name: price_adjustment_line; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.price_adjustment_line (
    id uuid NOT NULL,
    adjustment_id uuid NOT NULL,
    "position" integer NOT NULL,
    price_list_id uuid NOT NULL,
    item_id uuid NOT NULL,
    unit character varying(64) NOT NULL,
    old_price bigint,
    new_price bigint NOT NULL,
    before text NOT NULL,
    after text NOT NULL,
    CONSTRAINT ck_price_adjustment_line_not_negative CHECK ((new_price >= 0))
);


--
-- Name: price_break; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.price_break (
    id uuid NOT NULL,
    price_list_id uuid NOT NULL,
    item_id uuid NOT NULL,
    unit character varying(64) NOT NULL,
    from_quantity bigint NOT NULL,
    discount bigint NOT NULL,
    mode character varying(64) NOT NULL,
    valid_from date,
    valid_to date,
    CONSTRAINT ck_price_break_fraction CHECK (((discount >= 0) AND (discount <= 1000000)))
);


--
-- Name: price_list; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.price_list (
    id uuid NOT NULL,
    revision integer NOT NULL,
    code character varying(64) NOT NULL,
    name character varying(200) DEFAULT ''::character varying NOT NULL,
    source character varying(64) NOT NULL,
    tier character varying(200) DEFAULT ''::character varying NOT NULL,
    customer_id uuid,
    currency character varying(3) NOT NULL,
    prices_include_tax boolean NOT NULL,
    allows_breaks boolean NOT NULL,
    allows_promotion boolean NOT NULL,
    allows_order_discount boolean NOT NULL,
    valid_from date,
    valid_to date,
    CONSTRAINT ck_price_list_agreement_has_customer CHECK ((((source)::text = 'agreement'::text) = (customer_id IS NOT NULL))),
    CONSTRAINT ck_price_list_source CHECK (((source)::text = ANY ((ARRAY['list'::character varying, 'tier'::character varying, 'agreement'::character varying])::text[])))
);


--
-- Name: reservation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reservation (
    schedule_line_id uuid NOT NULL,
    item_id uuid NOT NULL,
    site_id uuid NOT NULL,
    quantity bigint NOT NULL,
    reserved_at bigint NOT NULL,
    CONSTRAINT ck_reservation_positive CHECK ((quantity > 0))
);


--
-- Name: rule_table; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rule_table (
    book character varying(64) NOT NULL,
    version integer NOT NULL,
    body text NOT NULL,
    sha256 character varying(64) NOT NULL,
    live_from bigint NOT NULL
);


--
-- Name: sales_order; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sales_order (
    id uuid NOT NULL,
    revision integer NOT NULL,
    source character varying(200) DEFAULT ''::character varying NOT NULL,
    number character varying(64) NOT NULL,
    kind character varying(64) NOT NULL,
    state character varying(64) NOT NULL,
    state_cause character varying(200) DEFAULT ''::character varying NOT NULL,
    state_reason text DEFAULT ''::text NOT NULL,
    channel character varying(64) NOT NULL,
    parked boolean NOT NULL,
    customer_id uuid,
    bill_to_id uuid,
    payer_id uuid,
    customer_class character varying(200) DEFAULT ''::character varying NOT NULL,
    tier character varying(200) DEFAULT ''::character varying NOT NULL,
    deliver_to text NOT NULL,
    site_id uuid,
    po_number character varying(200) DEFAULT ''::character varying NOT NULL,
    document_date date NOT NULL,
    requested date,
    salesperson_id uuid,
    department character varying(200) DEFAULT ''::character varying NOT NULL,
    entered_by uuid,
    entered_at bigint NOT NULL,
    authors text DEFAULT ''::text NOT NULL,
    submitted_at bigint,
    released_at bigint,
    approved_by uuid,
    self_approved_reason text DEFAULT ''::text NOT NULL,
    delivery_method character varying(200) DEFAULT ''::character varying NOT NULL,
    urgency character varying(200) DEFAULT ''::character varying NOT NULL,
    when_short character varying(200) DEFAULT ''::character varying NOT NULL,
    terms text DEFAULT ''::text NOT NULL,
    currency character varying(3) NOT NULL,
    rate bigint NOT NULL,
    prices_include_tax boolean NOT NULL,
    order_discount bigint NOT NULL,
    rounding_step character varying(200) DEFAULT ''::character varying NOT NULL,
    freight_terms character varying(200) DEFAULT ''::character varying NOT NULL,
    freight_gross bigint NOT NULL,
    goods_net bigint NOT NULL,
    tax bigint NOT NULL,
    rounding bigint NOT NULL,
    total bigint NOT NULL,
    line_count integer NOT NULL,
    exposure bigint NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    facts text DEFAULT ''::text NOT NULL,
    route text DEFAULT ''::text NOT NULL,
    custom text NOT NULL,
    notes text DEFAULT '[]'::text NOT NULL,
    invoice_kind character varying(64) DEFAULT ''::character varying NOT NULL,
    drop_order boolean DEFAULT false NOT NULL,
    sender_name character varying(200) DEFAULT ''::character varying NOT NULL,
    sender_phone character varying(200) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT ck_sales_order_state CHECK (((state)::text = ANY ((ARRAY['draft'::character varying, 'submitted'::character varying, 'released'::character varying, 'closed'::character varying, 'cancelled'::character varying])::text[])))
);


--
-- Name: schedule_line; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schedule_line (
    id uuid NOT NULL,
    order_line_id uuid NOT NULL,
    "position" integer NOT NULL,
    quantity bigint NOT NULL,
    shipped bigint NOT NULL,
    cancelled bigint NOT NULL,
    requested date,
    promised date,
    planned date,
    deliver_to text NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT ck_schedule_line_not_negative CHECK (((shipped >= 0) AND (cancelled >= 0))),
    CONSTRAINT ck_schedule_line_quantity_positive CHECK ((quantity > 0))
);


--
-- Name: setting; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.setting (
    key character varying(64) NOT NULL,
    value text NOT NULL
);


--
-- Name: site; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.site (
    id uuid NOT NULL,
    revision integer NOT NULL,
    code character varying(64) NOT NULL,
    name character varying(200) DEFAULT ''::character varying NOT NULL,
    name_en character varying(200) DEFAULT ''::character varying NOT NULL,
    zone character varying(64) NOT NULL,
    address character varying(200) DEFAULT ''::character varying NOT NULL,
    phone character varying(200) DEFAULT ''::character varying NOT NULL,
    closed_until date
);


--
-- Name: stock_level; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.stock_level (
    item_id uuid NOT NULL,
    site_id uuid NOT NULL,
    on_hand bigint NOT NULL,
    reserved bigint NOT NULL,
    CONSTRAINT ck_stock_level_reserved_within CHECK (((reserved >= 0) AND (reserved <= on_hand)))
);


--
-- Name: stock_movement; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.stock_movement (
    id uuid NOT NULL,
    item_id uuid NOT NULL,
    site_id uuid NOT NULL,
    quantity bigint NOT NULL,
    kind character varying(64) NOT NULL,
    object_id uuid,
    at bigint NOT NULL,
    note text DEFAULT ''::text NOT NULL
);


--
-- Name: store_clock; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.store_clock (
    id integer NOT NULL,
    epoch uuid NOT NULL,
    v bigint NOT NULL,
    audit_head character varying(64) NOT NULL,
    CONSTRAINT ck_store_clock_one_row CHECK ((id = 1))
);


--
-- Name: store_meta; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.store_meta (
    id integer NOT NULL,
    store_code character varying(3) NOT NULL,
    replica_id uuid NOT NULL,
    min_program character varying(64) NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT ck_store_meta_one_row CHECK ((id = 1))
);


--
-- Name: tier_change; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tier_change (
    id uuid NOT NULL,
    revision integer NOT NULL,
    customer_id uuid NOT NULL,
    from_tier character varying(64) NOT NULL,
    to_tier character varying(64) NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    effective date NOT NULL,
    asked_by uuid,
    asked_at bigint NOT NULL,
    applied_at bigint,
    cancelled_at bigint
);


--
-- Data for Name: alembic_version; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.alembic_version VALUES
	('0010');


--
-- Data for Name: approval_task; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.approval_task VALUES
	('019cd052-9900-7019-a347-f876ff666589', 2, '019cd052-9900-7015-804b-43a97ff12229', 1, 1, 'manager', 'approved', '{"facts":{"amount":"22824","below_floor":"no","credit_after":"3996","has_manual_price":"no","max_discount":"0","order_kind":"order","tier":"standard"},"note":"receipt.approval.amount","reasons":[{"note":"receipt.approval.amount","row":9}],"row":9,"table":"approval","version":1}', '{"currency":"CNY","customer":"C2002","deposit":null,"format":1,"lines":{"019cd052-9900-7016-8570-74b7a9964aef":{"discount":"0","item":"A105","net_price":"778.7611","quantity":"24","schedule":{"019cd052-9900-7016-8570-74b7a9964aef":{"date":"2026-03-12","site":"PD"}},"unit":"张"},"019cd052-9900-7017-a9e8-452475139237":{"discount":"0","item":"B210","net_price":"125.6637","quantity":"12","schedule":{"019cd052-9900-7017-a9e8-452475139237":{"date":"2026-03-12","site":"PD"}},"unit":"把"}},"ship_tos":["上海市 闵行区 七莘路 1855 号 物业 方青 13661702211"],"terms":"{\"closing_day\":null,\"days\":30,\"due_day\":null,\"kind\":\"days\"}"}', '3d9b2d51d74bbebf8e594933e4da5fb04a5e4184f73d97857cb9a3b64b58bb25', 1773021600000000, 1773021600000000, '4df98b6b-c009-55a2-8503-df8644fe65cd', '', ''),
	('019cd052-9900-701a-bba0-bb0ffee5a5b2', 3, '019cd052-9900-7015-804b-43a97ff12229', 1, 2, 'finance', 'approved', '{"facts":{"amount":"22824","below_floor":"no","credit_after":"3996","has_manual_price":"no","max_discount":"0","order_kind":"order","tier":"standard"},"note":"receipt.approval.finance_amount","reasons":[{"note":"receipt.approval.finance_amount","row":11}],"row":11,"table":"approval","version":1}', '{"currency":"CNY","customer":"C2002","deposit":null,"format":1,"lines":{"019cd052-9900-7016-8570-74b7a9964aef":{"discount":"0","item":"A105","net_price":"778.7611","quantity":"24","schedule":{"019cd052-9900-7016-8570-74b7a9964aef":{"date":"2026-03-12","site":"PD"}},"unit":"张"},"019cd052-9900-7017-a9e8-452475139237":{"discount":"0","item":"B210","net_price":"125.6637","quantity":"12","schedule":{"019cd052-9900-7017-a9e8-452475139237":{"date":"2026-03-12","site":"PD"}},"unit":"把"}},"ship_tos":["上海市 闵行区 七莘路 1855 号 物业 方青 13661702211"],"terms":"{\"closing_day\":null,\"days\":30,\"due_day\":null,\"kind\":\"days\"}"}', '3d9b2d51d74bbebf8e594933e4da5fb04a5e4184f73d97857cb9a3b64b58bb25', 1773021600000000, 1773021600000000, '3703c408-c281-52dc-8a15-5c81374cb36c', '', ''),
	('019cd052-9900-7023-8359-40dce90794df', 1, '019cd052-9900-7020-abd5-5c3bd8e94b15', 1, 1, 'manager', 'active', '{"facts":{"amount":"21600","below_floor":"no","credit_after":"-17604","has_manual_price":"no","max_discount":"0","order_kind":"order","tier":"standard"},"note":"receipt.approval.amount","reasons":[{"note":"receipt.approval.amount","row":9}],"row":9,"table":"approval","version":1}', '{"currency":"CNY","customer":"C2002","deposit":null,"format":1,"lines":{"019cd052-9900-7021-8daa-02f70023b682":{"discount":"0","item":"A107","net_price":"955.7522","quantity":"20","schedule":{"019cd052-9900-7021-8daa-02f70023b682":{"date":null,"site":"PD"}},"unit":"张"}},"ship_tos":["上海市 闵行区 七莘路 1855 号 物业 方青 13661702211"],"terms":"{\"closing_day\":null,\"days\":30,\"due_day\":null,\"kind\":\"days\"}"}', '677d7c169a1945892311667620aecebc691d7e9a6e2b320649d140cbcf345779', 1773021600000000, NULL, NULL, '', ''),
	('019cd052-9900-7024-9807-96d178511608', 1, '019cd052-9900-7020-abd5-5c3bd8e94b15', 1, 2, 'finance', 'waiting', '{"facts":{"amount":"21600","below_floor":"no","credit_after":"-17604","has_manual_price":"no","max_discount":"0","order_kind":"order","tier":"standard"},"note":"receipt.approval.finance_amount","reasons":[{"note":"receipt.approval.finance_amount","row":11},{"note":"receipt.approval.credit","row":12}],"row":11,"table":"approval","version":1}', '{"currency":"CNY","customer":"C2002","deposit":null,"format":1,"lines":{"019cd052-9900-7021-8daa-02f70023b682":{"discount":"0","item":"A107","net_price":"955.7522","quantity":"20","schedule":{"019cd052-9900-7021-8daa-02f70023b682":{"date":null,"site":"PD"}},"unit":"张"}},"ship_tos":["上海市 闵行区 七莘路 1855 号 物业 方青 13661702211"],"terms":"{\"closing_day\":null,\"days\":30,\"due_day\":null,\"kind\":\"days\"}"}', '677d7c169a1945892311667620aecebc691d7e9a6e2b320649d140cbcf345779', 1773021600000000, NULL, NULL, '', ''),
	('019cd052-9900-7028-958f-a6fb45100358', 2, '019cd052-9900-7025-a43d-4e0312b2a414', 1, 1, 'manager', 'sent_back', '{"facts":{"amount":"22680","below_floor":"no","credit_after":"-2680","has_manual_price":"no","max_discount":"0","order_kind":"order","tier":"standard"},"note":"receipt.approval.amount","reasons":[{"note":"receipt.approval.amount","row":9}],"row":9,"table":"approval","version":1}', '{"currency":"CNY","customer":"C1006","deposit":null,"format":1,"lines":{"019cd052-9900-7026-8cb4-0ff7a123f501":{"discount":"0","item":"A107","net_price":"955.7522","quantity":"21","schedule":{"019cd052-9900-7026-8cb4-0ff7a123f501":{"date":null,"site":"PD"}},"unit":"张"}},"ship_tos":["江苏省 南京市 鼓楼区 中央路 302 号 罗小鸿 13770641620"],"terms":"{\"closing_day\":null,\"days\":30,\"due_day\":null,\"kind\":\"days\"}"}', '2a8892dd1c87b8b478ab2fa66bb7cca2e653b1e888a8dda26dd856eb3fb9539f', 1773021600000000, 1773021600000000, '4df98b6b-c009-55a2-8503-df8644fe65cd', 'price', ''),
	('019cd052-9900-7029-93ea-dbcf164f1513', 2, '019cd052-9900-7025-a43d-4e0312b2a414', 1, 2, 'finance', 'withdrawn', '{"facts":{"amount":"22680","below_floor":"no","credit_after":"-2680","has_manual_price":"no","max_discount":"0","order_kind":"order","tier":"standard"},"note":"receipt.approval.finance_amount","reasons":[{"note":"receipt.approval.finance_amount","row":11},{"note":"receipt.approval.credit","row":12}],"row":11,"table":"approval","version":1}', '{"currency":"CNY","customer":"C1006","deposit":null,"format":1,"lines":{"019cd052-9900-7026-8cb4-0ff7a123f501":{"discount":"0","item":"A107","net_price":"955.7522","quantity":"21","schedule":{"019cd052-9900-7026-8cb4-0ff7a123f501":{"date":null,"site":"PD"}},"unit":"张"}},"ship_tos":["江苏省 南京市 鼓楼区 中央路 302 号 罗小鸿 13770641620"],"terms":"{\"closing_day\":null,\"days\":30,\"due_day\":null,\"kind\":\"days\"}"}', '2a8892dd1c87b8b478ab2fa66bb7cca2e653b1e888a8dda26dd856eb3fb9539f', 1773021600000000, NULL, NULL, '', ''),
	('019cd052-9900-702e-aba7-28222d7c5048', 2, '019cd052-9900-702b-80b3-7cab19de2bc1', 1, 1, 'manager', 'refused', '{"facts":{"amount":"23760","below_floor":"no","credit_after":"-3760","has_manual_price":"no","max_discount":"0","order_kind":"order","tier":"standard"},"note":"receipt.approval.amount","reasons":[{"note":"receipt.approval.amount","row":9}],"row":9,"table":"approval","version":1}', '{"currency":"CNY","customer":"C1006","deposit":null,"format":1,"lines":{"019cd052-9900-702c-9dc1-930b0f552c94":{"discount":"0","item":"A107","net_price":"955.7522","quantity":"22","schedule":{"019cd052-9900-702c-9dc1-930b0f552c94":{"date":null,"site":"PD"}},"unit":"张"}},"ship_tos":["江苏省 南京市 鼓楼区 中央路 302 号 罗小鸿 13770641620"],"terms":"{\"closing_day\":null,\"days\":30,\"due_day\":null,\"kind\":\"days\"}"}', 'f3cf98dfeab07218dbfc688a2829a4e9f0bedbffbb6f3475e83608942f5bc37b', 1773021600000000, 1773021600000000, '4df98b6b-c009-55a2-8503-df8644fe65cd', 'price', ''),
	('019cd052-9900-702f-8c0e-81ec8f2df760', 2, '019cd052-9900-702b-80b3-7cab19de2bc1', 1, 2, 'finance', 'skipped', '{"facts":{"amount":"23760","below_floor":"no","credit_after":"-3760","has_manual_price":"no","max_discount":"0","order_kind":"order","tier":"standard"},"note":"receipt.approval.finance_amount","reasons":[{"note":"receipt.approval.finance_amount","row":11},{"note":"receipt.approval.credit","row":12}],"row":11,"table":"approval","version":1}', '{"currency":"CNY","customer":"C1006","deposit":null,"format":1,"lines":{"019cd052-9900-702c-9dc1-930b0f552c94":{"discount":"0","item":"A107","net_price":"955.7522","quantity":"22","schedule":{"019cd052-9900-702c-9dc1-930b0f552c94":{"date":null,"site":"PD"}},"unit":"张"}},"ship_tos":["江苏省 南京市 鼓楼区 中央路 302 号 罗小鸿 13770641620"],"terms":"{\"closing_day\":null,\"days\":30,\"due_day\":null,\"kind\":\"days\"}"}', 'f3cf98dfeab07218dbfc688a2829a4e9f0bedbffbb6f3475e83608942f5bc37b', 1773021600000000, NULL, NULL, '', ''),
	('019cd052-9900-704d-9f6c-893298b20411', 2, '019cd052-9900-704a-9910-2776b45f51c3', 1, 1, 'manager', 'withdrawn', '{"facts":{"amount":"21600","below_floor":"no","credit_after":"-39204","has_manual_price":"no","max_discount":"0","order_kind":"order","tier":"standard"},"note":"receipt.approval.amount","reasons":[{"note":"receipt.approval.amount","row":9}],"row":9,"table":"approval","version":1}', '{"currency":"CNY","customer":"C2002","deposit":null,"format":1,"lines":{"019cd052-9900-704b-9aee-a34841c9886e":{"discount":"0","item":"A107","net_price":"955.7522","quantity":"20","schedule":{"019cd052-9900-704b-9aee-a34841c9886e":{"date":null,"site":"PD"}},"unit":"张"}},"ship_tos":["上海市 闵行区 七莘路 1855 号 物业 方青 13661702211"],"terms":"{\"closing_day\":null,\"days\":30,\"due_day\":null,\"kind\":\"days\"}"}', 'b07b9897b2d52879700f57050a253d3bad4053e7a47e8eb3da5f26d4126ce33e', 1773021600000000, NULL, NULL, '', ''),
	('019cd052-9900-704e-a148-e55d4b1e943e', 2, '019cd052-9900-704a-9910-2776b45f51c3', 1, 2, 'finance', 'withdrawn', '{"facts":{"amount":"21600","below_floor":"no","credit_after":"-39204","has_manual_price":"no","max_discount":"0","order_kind":"order","tier":"standard"},"note":"receipt.approval.finance_amount","reasons":[{"note":"receipt.approval.finance_amount","row":11},{"note":"receipt.approval.credit","row":12}],"row":11,"table":"approval","version":1}', '{"currency":"CNY","customer":"C2002","deposit":null,"format":1,"lines":{"019cd052-9900-704b-9aee-a34841c9886e":{"discount":"0","item":"A107","net_price":"955.7522","quantity":"20","schedule":{"019cd052-9900-704b-9aee-a34841c9886e":{"date":null,"site":"PD"}},"unit":"张"}},"ship_tos":["上海市 闵行区 七莘路 1855 号 物业 方青 13661702211"],"terms":"{\"closing_day\":null,\"days\":30,\"due_day\":null,\"kind\":\"days\"}"}', 'b07b9897b2d52879700f57050a253d3bad4053e7a47e8eb3da5f26d4126ce33e', 1773021600000000, NULL, NULL, '', ''),
	('019cd052-9900-7052-8d97-f73547bc7548', 1, '019cd052-9900-704a-9910-2776b45f51c3', 2, 1, 'manager', 'active', '{"facts":{"amount":"23760","below_floor":"no","credit_after":"-41364","has_manual_price":"no","max_discount":"0","order_kind":"order","tier":"standard"},"note":"receipt.approval.amount","reasons":[{"note":"receipt.approval.amount","row":9}],"row":9,"table":"approval","version":1}', '{"currency":"CNY","customer":"C2002","deposit":null,"format":1,"lines":{"019cd052-9900-704b-9aee-a34841c9886e":{"discount":"0","item":"A107","net_price":"955.7522","quantity":"22","schedule":{"019cd052-9900-704b-9aee-a34841c9886e":{"date":null,"site":"PD"}},"unit":"张"}},"ship_tos":["上海市 闵行区 七莘路 1855 号 物业 方青 13661702211"],"terms":"{\"closing_day\":null,\"days\":30,\"due_day\":null,\"kind\":\"days\"}"}', '39a14bd8334d992785de4658d0edff0b75919495547166c014f5d28af46725da', 1773021600000000, NULL, NULL, '', ''),
	('019cd052-9900-7053-ba8e-81a0ead81dcd', 1, '019cd052-9900-704a-9910-2776b45f51c3', 2, 2, 'finance', 'waiting', '{"facts":{"amount":"23760","below_floor":"no","credit_after":"-41364","has_manual_price":"no","max_discount":"0","order_kind":"order","tier":"standard"},"note":"receipt.approval.finance_amount","reasons":[{"note":"receipt.approval.finance_amount","row":11},{"note":"receipt.approval.credit","row":12}],"row":11,"table":"approval","version":1}', '{"currency":"CNY","customer":"C2002","deposit":null,"format":1,"lines":{"019cd052-9900-704b-9aee-a34841c9886e":{"discount":"0","item":"A107","net_price":"955.7522","quantity":"22","schedule":{"019cd052-9900-704b-9aee-a34841c9886e":{"date":null,"site":"PD"}},"unit":"张"}},"ship_tos":["上海市 闵行区 七莘路 1855 号 物业 方青 13661702211"],"terms":"{\"closing_day\":null,\"days\":30,\"due_day\":null,\"kind\":\"days\"}"}', '39a14bd8334d992785de4658d0edff0b75919495547166c014f5d28af46725da', 1773021600000000, NULL, NULL, '', '');


--
-- Data for Name: attachment; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.attachment VALUES
	('019cd052-9900-703c-a8bd-d91e952e1b8b', 1, '019cd052-9900-7039-a70f-b2d5c5cefdd8', 'f14222a4a92ebd2b1e2e513710938fa9c7c7155ccd70707452d6035a243ceadc', 'fax.png', 25, '', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000, NULL, NULL);


--
-- Data for Name: audit_entry; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audit_entry VALUES
	(1, 1, '019cd052-9900-7003-84a2-cbcc0c5c7fd0', 'seed_store', 1773021600000000, NULL, 'store', 'store/seed_store/any', '[{"after":"12579204482b5b02a768354801fcde8f12d822813e7f2e5ae3c5edb33673aa26","before":"","id":"019cd052-9900-7003-84a2-cbcc0c5c7fd0","revision":6,"type":"seed.person"},{"after":"64864249dd71a48ee5d0f54d6da7ff263d42df84ce9e19f6f3b1fe612582db14","before":"","id":"019cd052-9900-7003-84a2-cbcc0c5c7fd0","revision":2,"type":"seed.site"},{"after":"3f96b2baf5ea9b424e4d85aa601254af5193edfad6eb6395b789d6808c9ed4d7","before":"","id":"019cd052-9900-7003-84a2-cbcc0c5c7fd0","revision":61,"type":"seed.item"},{"after":"6656299654c1c48f969e08677a26602a7d160fb7300bcf1d8643fb621a1769d7","before":"","id":"019cd052-9900-7003-84a2-cbcc0c5c7fd0","revision":40,"type":"seed.customer"},{"after":"d26a3e94cd3445d0e1cffc52e40edfb1b4979b7580e2804beef1935404f1fa0e","before":"","id":"019cd052-9900-7003-84a2-cbcc0c5c7fd0","revision":7,"type":"seed.price_list"},{"after":"55e9a08f7b3f775a09474142eeb85e7947457484a66edef546feedfbb443e9e3","before":"","id":"019cd052-9900-7003-84a2-cbcc0c5c7fd0","revision":94,"type":"seed.stock"},{"after":"c5f6deaa7b035a3f19e3b9268d40a9cb9a469c90a1208205246de5edf8aa0a71","before":"","id":"019cd052-9900-7003-84a2-cbcc0c5c7fd0","revision":10,"type":"seed.setting"},{"after":"57aea187a291b0b69177189698d980f5593ddd6f91a86a263268d6a029f204a0","before":"","id":"019cd052-9900-7003-84a2-cbcc0c5c7fd0","revision":2,"type":"seed.rule_table"}]', 'b10a49a54bafad80900e22e4aa38c060304d467677aa846471421f8c4455555d', '0000000000000000000000000000000000000000000000000000000000000000', '240f6ef9f6fe7eb6448f058b029db449dc3fcd3caf4618818a4da001238a5644'),
	(2, 1, '019cd052-9900-7003-b1ff-7a01ec99108d', 'save_draft', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'test', 'clerk/save_draft/any', '[{"after":"9e1c7d00cc7d6674237c0f06cbad78d14dc426e70b814ec0bc03b8bef57b6f80","before":"","id":"019cd052-9900-7001-b768-525373cf256d","revision":1,"type":"order"}]', '0f5b505360a49a4ddf453c9bf26f48ada99428915518893c913993bbdc0b26ca', '240f6ef9f6fe7eb6448f058b029db449dc3fcd3caf4618818a4da001238a5644', '50087651af986a2cce2fcdda0b0fcbbb733d586afe527b3e974d59c6b2bf1f54'),
	(3, 1, '019cd052-9900-7006-9e72-e7a1830c71c2', 'save_draft', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'test', 'clerk/save_draft/any', '[{"after":"3d72074e010eee46e4595cdfeb093c1d96e24940a1678afbe11b2f7f148789a5","before":"","id":"019cd052-9900-7004-8c27-5ade965eda32","revision":1,"type":"order"}]', 'd42e42b6af94c19e761bce2512a5a0a76e0ffb2538aa7e610e36a7b64d17e260', '50087651af986a2cce2fcdda0b0fcbbb733d586afe527b3e974d59c6b2bf1f54', 'bf30e2e2f1a91dcc9a2015582079f8769816bef43dc1b2327b133499eb5aff25'),
	(4, 1, '019cd052-9900-7007-9c94-fb7118187993', 'discard_draft', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'test', 'clerk/discard_draft/any', '[{"after":"ab65b4bf58384132da05923469cfc7d19d73179bad649542328d324e512db9ac","before":"3d72074e010eee46e4595cdfeb093c1d96e24940a1678afbe11b2f7f148789a5","id":"019cd052-9900-7004-8c27-5ade965eda32","revision":2,"type":"order"}]', '5802543b130be3c3fc5dd46ebf43d4d8b463d938a7cdae6cbd70f105b65060b7', 'bf30e2e2f1a91dcc9a2015582079f8769816bef43dc1b2327b133499eb5aff25', '645ef4f4b32f59866ce29afc45793dabaf7a1aba31a0fd6e2c5cb16f5789aa77'),
	(5, 1, '019cd052-9900-700b-995a-af5cfb710734', 'submit_order', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'test', 'clerk/submit_order/any', '[{"after":"5bd605524c4aa214c0dc4f92b89c4835f76226d8b4a02dec96a5888a7461d897","before":"","id":"019cd052-9900-7008-b8fb-fe70cf44dd3f","revision":1,"type":"order"},{"after":"41f9fde9183a371b9942f895debbd1d749cbacdc2e14be5017d3cec01ba2d776","before":"99a5db3d64664df2508c37d5548d6c16e2106e9cc618b0d533952863540161b2","id":"a396fbe5-9942-5413-879c-42619b3fea36","revision":0,"type":"stock"},{"after":"857dfb5824f87805ad443d7bdfcb895771d6bd1b38ef0c0b434c43cc21f69bf8","before":"49363d3e25fe4a5d7fe7c580d31e0b5970530e67bdb686e554e63a8352e02775","id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","revision":0,"type":"stock"},{"after":"9ba9effe5094bd9d1fdbd5504d4c00591883f359cb142400d74b7b7fb356188b","before":"","id":"019cd052-9900-700c-9cfd-de2af6fa5db8","revision":1,"type":"delivery"}]', '37bcc4ce48b0285c1055c9b72478b9ee42682e46a46904282852b25eb89fea22', '645ef4f4b32f59866ce29afc45793dabaf7a1aba31a0fd6e2c5cb16f5789aa77', '363564fe0cc287c28d75d2789740b0e06f6d2ecedc35683fd828debde3d082ab'),
	(6, 1, '019cd052-9900-7011-b84a-cae330b17d0b', 'submit_order', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'test', 'clerk/submit_order/any', '[{"after":"b4891e7da19370df6997eeb0d4d790d42cc4dbecb20989752215253fa4459b2e","before":"","id":"019cd052-9900-700f-840a-e4e28743feb6","revision":1,"type":"order"},{"after":"fa2decae5847d27d284924590c0e3c6f2677b64691508cc2b8ef3c354dd510b1","before":"9c71bf1e328637935f652e2b219e97fffa5abfa95422d2cf9e9f5f020fbf4001","id":"5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17","revision":0,"type":"stock"},{"after":"9226c9c4ed76ed807d7acc7de0ea9e542ccab57de04dec7bca831a9af64c1633","before":"","id":"019cd052-9900-7012-a660-24893deffa38","revision":1,"type":"delivery"}]', '4db3c363222964bf4d5860cfbd458d038263b3798cfacda0bdb9338d9b484352', '363564fe0cc287c28d75d2789740b0e06f6d2ecedc35683fd828debde3d082ab', '5028fc4ce2bad4ed73c21677959d2457e86719a0052de28c37e468d4891db434'),
	(7, 1, '019cd052-9900-7014-8c80-253ad7a94ded', 'withdraw_submit', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'test', 'clerk/withdraw_submit/any', '[{"after":"00402f9e521c94332a6f5942d6feae256d8f228a5d98e5d8339abf8ab7b859c4","before":"b4891e7da19370df6997eeb0d4d790d42cc4dbecb20989752215253fa4459b2e","id":"019cd052-9900-700f-840a-e4e28743feb6","revision":2,"type":"order"},{"after":"","before":"9226c9c4ed76ed807d7acc7de0ea9e542ccab57de04dec7bca831a9af64c1633","id":"019cd052-9900-7012-a660-24893deffa38","revision":1,"type":"delivery"},{"after":"9c71bf1e328637935f652e2b219e97fffa5abfa95422d2cf9e9f5f020fbf4001","before":"fa2decae5847d27d284924590c0e3c6f2677b64691508cc2b8ef3c354dd510b1","id":"5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17","revision":0,"type":"stock"}]', '02b3c8a499155c5647d9b86e84ec06e7adf4ed39bc5c1fd334dca9ea467da77c', '5028fc4ce2bad4ed73c21677959d2457e86719a0052de28c37e468d4891db434', '67487446f42a9131f2eddf2de32b5a5e9781e99129fd065e19da557e7ee3dc8a'),
	(8, 1, '019cd052-9900-7018-9a08-a9ac4735af1c', 'submit_order', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'test', 'clerk/submit_order/any', '[{"after":"77029e91051c4d08777388ddb1155d819659a2c2e192b6c8c4e84575337ca1b3","before":"","id":"019cd052-9900-7015-804b-43a97ff12229","revision":1,"type":"order"},{"after":"fbd7b369ad85d576e97d9cebe04e05c937835d5a3a51e3122d30719385cb66b1","before":"","id":"019cd052-9900-7019-a347-f876ff666589","revision":1,"type":"task"},{"after":"0281cd44d0032fb56308ab82b3f84b050dfa7055a6820c60c0ec3b5dd1a4aff3","before":"","id":"019cd052-9900-701a-bba0-bb0ffee5a5b2","revision":1,"type":"task"}]', 'b8f9d8a3bda1b02be4401ca0649cdf0552964f1933041fa9229e7ad0fadfbd83', '67487446f42a9131f2eddf2de32b5a5e9781e99129fd065e19da557e7ee3dc8a', 'd562a1962941efffc9e82409a54c6d133b5f825599cb75a0b3110ed9de69a793'),
	(9, 1, '019cd052-9900-701b-b082-e8b050b601fc', 'decide_task', 1773021600000000, '4df98b6b-c009-55a2-8503-df8644fe65cd', 'test', 'manager/decide_task/entitled', '[{"after":"7020fdd7f2f55e6c476c34fd25b6763661026025c76e01e5ee4c486eb7201c9c","before":"fbd7b369ad85d576e97d9cebe04e05c937835d5a3a51e3122d30719385cb66b1","id":"019cd052-9900-7019-a347-f876ff666589","revision":2,"type":"task"},{"after":"011e809f73b568141f2f07c53444bb82c0ab3c664c7a89112340ce3168fe2f32","before":"77029e91051c4d08777388ddb1155d819659a2c2e192b6c8c4e84575337ca1b3","id":"019cd052-9900-7015-804b-43a97ff12229","revision":2,"type":"order"},{"after":"eb72a9d6d0a12616e802175f4927aa4249947f65da16fd9bb5b9dfe940f2d8a7","before":"0281cd44d0032fb56308ab82b3f84b050dfa7055a6820c60c0ec3b5dd1a4aff3","id":"019cd052-9900-701a-bba0-bb0ffee5a5b2","revision":2,"type":"task"}]', '0046cb84ddc57cf560ab6cdb0ff53ab3bf33258d3b836ca04d26ac2b6b5935c1', 'd562a1962941efffc9e82409a54c6d133b5f825599cb75a0b3110ed9de69a793', '665885087b874b915e3ef57632e25c313a89b83c5cf7e83542220a4af6e26f4c'),
	(10, 1, '019cd052-9900-701c-a40a-85d311fa2ac0', 'decide_task', 1773021600000000, '3703c408-c281-52dc-8a15-5c81374cb36c', 'test', 'finance/decide_task/entitled', '[{"after":"b4f70ead4d1d10507e01c954e240b55e112938c4e5ea96aba4a373c833ad3067","before":"eb72a9d6d0a12616e802175f4927aa4249947f65da16fd9bb5b9dfe940f2d8a7","id":"019cd052-9900-701a-bba0-bb0ffee5a5b2","revision":3,"type":"task"},{"after":"f93d6683cb1a4a78e4768136d4fb23487d8c9905e1be0e2237b77218cbaa143c","before":"011e809f73b568141f2f07c53444bb82c0ab3c664c7a89112340ce3168fe2f32","id":"019cd052-9900-7015-804b-43a97ff12229","revision":3,"type":"order"},{"after":"027fa81b4b9a3edd338474db1f1a874fdee57cdbb89eea756bc5e60e0b05a3d3","before":"2071f625e2ec77f02481c4ab656a3bc55d329cdab389ffb6719de1cb15538e54","id":"702b7cae-f5aa-560e-8904-157a59d1542b","revision":0,"type":"stock"},{"after":"2d84ebe36037ccc9436a3f1f55daeb6515e53b26ee43b70f220ba0bcd2c9fe62","before":"857dfb5824f87805ad443d7bdfcb895771d6bd1b38ef0c0b434c43cc21f69bf8","id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","revision":0,"type":"stock"},{"after":"7d339c678d912f20e0113133a5929979a40ba439c326ffa18cf1df0bce3fe19e","before":"","id":"019cd052-9900-701d-86e8-464bc42b7170","revision":1,"type":"delivery"}]', 'b8326f057bfd63d18d6e98ea8cf1f4042ebb03430910458a20738340a61f7265', '665885087b874b915e3ef57632e25c313a89b83c5cf7e83542220a4af6e26f4c', '394c3c7009a7bbe2cd484699eb894771be15b9858fbf774784fec30258959be4'),
	(11, 1, '019cd052-9900-7022-bb54-a89035b00a54', 'submit_order', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'test', 'clerk/submit_order/any', '[{"after":"61d3c1e4cae99fa0a9c9eba84136aaad90b64343e8f9b045d550964a9d058718","before":"","id":"019cd052-9900-7020-abd5-5c3bd8e94b15","revision":1,"type":"order"},{"after":"a109f6fc95198480ddca8d440ad2a991c871e0051ac6a58859bbe1375728757c","before":"","id":"019cd052-9900-7023-8359-40dce90794df","revision":1,"type":"task"},{"after":"7e2f1d17ab0b97c46b381480991b958a9bdc58729621f6608c6ceab9afb36dc5","before":"","id":"019cd052-9900-7024-9807-96d178511608","revision":1,"type":"task"}]', 'a059438603944dec48beec38d0fe843c5529302fa77fba41a4f2100019be16d9', '394c3c7009a7bbe2cd484699eb894771be15b9858fbf774784fec30258959be4', '5f59c9369e6cf016508006de7c48c7af0469fbaa48393540be82d75b640465fe'),
	(12, 1, '019cd052-9900-7027-ab31-b63cc74c7ccf', 'submit_order', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'test', 'clerk/submit_order/any', '[{"after":"ca338f387ef52809d7efc28b468fed5282f4c40c8b8e959f90cbed5b352eb84b","before":"","id":"019cd052-9900-7025-a43d-4e0312b2a414","revision":1,"type":"order"},{"after":"81e4b0fc1b2d06d35546f35faaf44a62ec0c61362f29476cd2f94c36d58825c3","before":"","id":"019cd052-9900-7028-958f-a6fb45100358","revision":1,"type":"task"},{"after":"77fa9eed468d71affd0a66a08da1e3208f5bf00b1745a7f65020d2046bd6c103","before":"","id":"019cd052-9900-7029-93ea-dbcf164f1513","revision":1,"type":"task"}]', 'd095f536985a18101aea9db7f35618b4b06dd8178f9726c5bdc4c590d9f2f29a', '5f59c9369e6cf016508006de7c48c7af0469fbaa48393540be82d75b640465fe', '56fd0bd8e311e5653ad26261e1caacf711d6f06b2dd5946d3578d5de0d8769e8'),
	(13, 1, '019cd052-9900-702a-bb0f-efd3c20ef164', 'decide_task', 1773021600000000, '4df98b6b-c009-55a2-8503-df8644fe65cd', 'test', 'manager/decide_task/entitled', '[{"after":"c0c9c77830494a7f46c64e333ff58d1aaaf85d49e719506d173f2d9fcf7ff74d","before":"81e4b0fc1b2d06d35546f35faaf44a62ec0c61362f29476cd2f94c36d58825c3","id":"019cd052-9900-7028-958f-a6fb45100358","revision":2,"type":"task"},{"after":"e6e60b75067730aad751584ca582c749d386a7cf7aeb021be9505d4732d870cd","before":"ca338f387ef52809d7efc28b468fed5282f4c40c8b8e959f90cbed5b352eb84b","id":"019cd052-9900-7025-a43d-4e0312b2a414","revision":2,"type":"order"},{"after":"6e5ffc9b8dfc9a9931e2770fb869252bffae4c78a0e939e15e06ee2979699369","before":"77fa9eed468d71affd0a66a08da1e3208f5bf00b1745a7f65020d2046bd6c103","id":"019cd052-9900-7029-93ea-dbcf164f1513","revision":2,"type":"task"}]', 'f1ae644f1045b9b7411375101b0b98d7a646af90210cf10b9be906e7bd24be72', '56fd0bd8e311e5653ad26261e1caacf711d6f06b2dd5946d3578d5de0d8769e8', '17b7816a66b36960a97a1c7dab9f95fcc30a1685547f5ece2242e6daf9baf7dd'),
	(14, 1, '019cd052-9900-702d-9f28-1ce1cc099a1e', 'submit_order', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'test', 'clerk/submit_order/any', '[{"after":"7f977f48c014426aeac5dbf374106eb9c0cf33a162a746a2c0d13f46b7191b73","before":"","id":"019cd052-9900-702b-80b3-7cab19de2bc1","revision":1,"type":"order"},{"after":"24d793bc43dc3f4495c615399b2e9659d609f320e071c0cd8d5b249c6179e8df","before":"","id":"019cd052-9900-702e-aba7-28222d7c5048","revision":1,"type":"task"},{"after":"17ee3bdc316de44346836acc62ecbd6ec3dde470e4bf7a2718b16a43b5b754c5","before":"","id":"019cd052-9900-702f-8c0e-81ec8f2df760","revision":1,"type":"task"}]', '4ffd83518f9c08057c092be66f7bc422b4388cc0a64511dcba1a4ad69548c9d1', '17b7816a66b36960a97a1c7dab9f95fcc30a1685547f5ece2242e6daf9baf7dd', 'fc96b61a700e6bf70dbf5a2e5ed95a37acbe68d94f5100fecdc1894f6187ecb7'),
	(15, 1, '019cd052-9900-7030-b13f-d937bb5d6b48', 'decide_task', 1773021600000000, '4df98b6b-c009-55a2-8503-df8644fe65cd', 'test', 'manager/decide_task/entitled', '[{"after":"a9a3953746413377168e05d8ccb62670a174f4bb20461c2e086b28e8b92f2ea8","before":"24d793bc43dc3f4495c615399b2e9659d609f320e071c0cd8d5b249c6179e8df","id":"019cd052-9900-702e-aba7-28222d7c5048","revision":2,"type":"task"},{"after":"8ef7953e256f43337bbacb369d882bc21b123f1e67362f5306a6136674dd2ba3","before":"7f977f48c014426aeac5dbf374106eb9c0cf33a162a746a2c0d13f46b7191b73","id":"019cd052-9900-702b-80b3-7cab19de2bc1","revision":2,"type":"order"},{"after":"4931c5ae43db40e73391e3e243353a79844265a4a8c3fcf5dfe0f9b9633c796d","before":"17ee3bdc316de44346836acc62ecbd6ec3dde470e4bf7a2718b16a43b5b754c5","id":"019cd052-9900-702f-8c0e-81ec8f2df760","revision":2,"type":"task"}]', '589ae3a59e49d4a8307888ed7bdffc8f910b954c672bcbcb59c6bf2502b6a903', 'fc96b61a700e6bf70dbf5a2e5ed95a37acbe68d94f5100fecdc1894f6187ecb7', 'ae164aba587114b512fc0e7573353960b6fdb2749e19e3e4b64776258e60d8c2'),
	(16, 1, '019cd052-9900-7031-9945-47101dd377bf', 'pick_delivery', 1773021600000000, '1f17b64b-8abd-5e68-9632-81332b8ac93b', 'test', 'warehouse/pick_delivery/any', '[{"after":"501df5419bbbebe611609583936784cd4191e89a1605b34571162f50fc6b2401","before":"9ba9effe5094bd9d1fdbd5504d4c00591883f359cb142400d74b7b7fb356188b","id":"019cd052-9900-700c-9cfd-de2af6fa5db8","revision":2,"type":"delivery"}]', 'abc58065fd795132a49af9cde9739ed722c5f6304119ef66f0f162abb11b1d42', 'ae164aba587114b512fc0e7573353960b6fdb2749e19e3e4b64776258e60d8c2', '87a697b819cd536b26a8395dd922ac61a2661395a9bd55df882ba531b2a9084f'),
	(17, 1, '019cd052-9900-7032-b751-3f4d45114889', 'ship_delivery', 1773021600000000, '1f17b64b-8abd-5e68-9632-81332b8ac93b', 'test', 'warehouse/ship_delivery/any', '[{"after":"392aeb369a9a471c4c42cedb22bca931c459d6b215c88be08d764e5a803abd8b","before":"501df5419bbbebe611609583936784cd4191e89a1605b34571162f50fc6b2401","id":"019cd052-9900-700c-9cfd-de2af6fa5db8","revision":3,"type":"delivery"},{"after":"e546b850a2c461f0814e075a66106c1eb14451a8c6d05a1e3aefa5f56b60011e","before":"","id":"019cd052-9900-7035-bfdd-a78d4ddc74c8","revision":1,"type":"delivery"},{"after":"2fc47916c8e2304e28f362e60c7ed8d9b445686efedb663cf62f5ff339a7a167","before":"5bd605524c4aa214c0dc4f92b89c4835f76226d8b4a02dec96a5888a7461d897","id":"019cd052-9900-7008-b8fb-fe70cf44dd3f","revision":2,"type":"order"},{"after":"a600d216abdcbc5e9819a052150459240d9a7315d48fb43d43ade88c22785382","before":"41f9fde9183a371b9942f895debbd1d749cbacdc2e14be5017d3cec01ba2d776","id":"a396fbe5-9942-5413-879c-42619b3fea36","revision":0,"type":"stock"},{"after":"c7884470e8ae9dbc54533d9888c9546703395edcae81fcc9c27b0643b009c7f0","before":"2d84ebe36037ccc9436a3f1f55daeb6515e53b26ee43b70f220ba0bcd2c9fe62","id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","revision":0,"type":"stock"}]', '2cdfd830b4104554232c36cd50bfe34657a749fc114a182b3b8a2cd53627c3a0', '87a697b819cd536b26a8395dd922ac61a2661395a9bd55df882ba531b2a9084f', 'fd60faa7b785d71cc6de6eac13058a4b45a402f1421a7b04af6e54dee991c44d'),
	(18, 1, '019cd052-9900-7037-a687-7893dab871d5', 'record_print', 1773021600000000, '1f17b64b-8abd-5e68-9632-81332b8ac93b', 'test', 'warehouse/record_print/any', '[{"after":"b0bc07869dbf28c084d4555125778de76f0259307ec28750839075887734446b","before":"392aeb369a9a471c4c42cedb22bca931c459d6b215c88be08d764e5a803abd8b","id":"019cd052-9900-700c-9cfd-de2af6fa5db8","revision":4,"type":"delivery"}]', 'ab43e25653c82848162c4a1b2b7c8f5ce67015a7e5635c6978703ef383ddc90d', 'fd60faa7b785d71cc6de6eac13058a4b45a402f1421a7b04af6e54dee991c44d', 'd5fb978aa84e6e46b3472a54b5b44b6e2fda1695cc328f4ede84c7a25c36a624'),
	(23, 1, '019cd052-9900-7041-a824-c7b52ecdcc0a', 'discard_draft', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'test', 'clerk/discard_draft/any', '[{"after":"01a4d2262ffb77f31a95b30e0c1ae3d9c4e94d4561f109e017c302607c1f0b85","before":"6884ef84d81b8a8bfba7bed34654959b1a2d864fef897955531c6d17ce1d42c6","id":"019cd052-9900-703e-8824-63e974057241","revision":2,"type":"order"}]', '4afb482165cac5cc0366b90323399af6393a7b5d87c938c427640fabb35df258', '6de009a1a0d7349baa10c8bd25a4acb332b6fc4c17602d7c6eac22c94afd25f3', '1f1f5ea1ece1408261ccaece09e0369cb31503b677898ac93b067f254a7fdc95'),
	(26, 1, '019cd052-9900-7048-86fa-a1641a953cca', 'record_confirmation', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'test', 'clerk/record_confirmation/any', '[{"after":"b8443517074febd7a891971e6e69abd9a77fd9355042fea8c3e3819660bf7241","before":"","id":"019cd052-9900-7049-a0ca-701609e80319","revision":1,"type":"confirmation"}]', '438f9c93040e6a7694f072af7aa75930ab54905dc9e4b109072f5667208b693d', 'b5e65e001719534bd41aa60548f05ac6ed28e233bf5b441a8131c52b63d7858b', 'cef3ee95d1d1d421402d67e327d29b2f7ff46394357fe354e4f1bb0e9fe1afb7'),
	(27, 1, '019cd052-9900-704c-b9e8-a32fd2df2c20', 'submit_order', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'test', 'clerk/submit_order/any', '[{"after":"2ac732906757e473eeda10780981f87900f7eab9bd499a93a0ab999478635c64","before":"","id":"019cd052-9900-704a-9910-2776b45f51c3","revision":1,"type":"order"},{"after":"6346769d92dbe8ba62b3ea066f3e3e198f086c78700821a0c5781c5ec0cd6754","before":"","id":"019cd052-9900-704d-9f6c-893298b20411","revision":1,"type":"task"},{"after":"5d962654e6c9de2dfb8464f98a8e688144081f5a63a126eb429aa73f20b00dac","before":"","id":"019cd052-9900-704e-a148-e55d4b1e943e","revision":1,"type":"task"}]', '1bbf9ed77e4024edf3de7307fac478368c8f6cd90344110dc87dfbcc4c759c2b', 'cef3ee95d1d1d421402d67e327d29b2f7ff46394357fe354e4f1bb0e9fe1afb7', '89534c7e2da173904f032b6885e12b180602f9af86aa2892f2d300830a69a8f2'),
	(29, 1, '019cd052-9900-7051-84be-b6009d42f670', 'change_order', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'test', 'clerk/change_order/any', '[{"after":"0c3bf11935b4c6b0dbf64f97e6c2c48a42fd76e705758d6dc45a5b640ab7352e","before":"2ac732906757e473eeda10780981f87900f7eab9bd499a93a0ab999478635c64","id":"019cd052-9900-704a-9910-2776b45f51c3","revision":3,"type":"order"},{"after":"45ee7192accc8b88f4e8eb1c7564a38de555b4d4b562c9261646cc07ff16cb08","before":"","id":"019cd052-9900-7052-8d97-f73547bc7548","revision":1,"type":"task"},{"after":"09f65e39d9ce7ac009e9586aab546b1cb5ae8b8c763714d2d1ead9dee1bc9b47","before":"","id":"019cd052-9900-7053-ba8e-81a0ead81dcd","revision":1,"type":"task"},{"after":"b042aab8b273cc84dd06ee25e7bcd8c502d9a842fef00ae3213060281188e571","before":"6346769d92dbe8ba62b3ea066f3e3e198f086c78700821a0c5781c5ec0cd6754","id":"019cd052-9900-704d-9f6c-893298b20411","revision":2,"type":"task"},{"after":"da9db8947b97333974420947260c85f3f5cec533555b80a8bd36cbab0239c2dd","before":"5d962654e6c9de2dfb8464f98a8e688144081f5a63a126eb429aa73f20b00dac","id":"019cd052-9900-704e-a148-e55d4b1e943e","revision":2,"type":"task"}]', '30fbb2fa95ece15b84fa2ce71f5aecbc433bc24c0df769eb4a873bded200629e', '051e58bff65883049805031d84ce47bbabed43d6ccb457d3f79039a3ed6a483b', '6ac09fcaf13a3f6c6fadef02d90208929eecde6ea4c5a05fa090ebc4ea6261ad'),
	(30, 1, '019cd052-9900-7055-8ff0-aa427219c1da', 'put_customer', 1773021600000000, 'c4dc0019-ceb5-5f26-9b48-fb7afeaa02bb', 'test', 'administrator/put_customer/any', '[{"after":"3ac4156d20cf6c0a44948e7ce8d7b45355a53de1f9c34297bb4ae7f0c717f745","before":"","id":"019cd052-9900-7054-9a54-d01244e9e4a5","revision":1,"type":"customer"}]', '56abdbe6f2cca61bf908498231c54667faa7582a1f3398299c81d15ff49fa45d', '6ac09fcaf13a3f6c6fadef02d90208929eecde6ea4c5a05fa090ebc4ea6261ad', '7f67c6dc3ed6f227da61c1a4e9e7b2db2c94d504f5bc8e69a41ca3899aef65f9'),
	(32, 1, '019cd052-9900-7058-9cd2-76f1e414a8aa', 'change_tier', 1773021600000000, '4df98b6b-c009-55a2-8503-df8644fe65cd', 'test', 'manager/change_tier/any', '[{"after":"719ad2dfc51b9ccffcf6c54dc69c011e332fedaf5efbb807526b59816e6259b9","before":"","id":"019cd052-9900-7057-88db-ae875cb58b8e","revision":1,"type":"tier_change"}]', '7cdb3d1eda0735aee00e827cd7a6e5644f3bd117420bb94ae7e3e15ca56ec93a', '5212cd41c5302423084f3ab97915538f5285112341ff96d2bb246d7660e80d87', '25bac3f3173ccfeb9ff5f079406a9319586a87f7443efcffc48fa98b16d49239'),
	(33, 1, '019cd052-9900-705c-bb1c-0e3208fb09a0', 'put_adjustment', 1773021600000000, '4df98b6b-c009-55a2-8503-df8644fe65cd', 'test', 'manager/put_adjustment/any', '[{"after":"f5bf248198cf239e9090b947222ff8e750e6e49fa4cac1047d69ccd45eb7064c","before":"","id":"019cd052-9900-705b-a5c0-85bf23edcb04","revision":1,"type":"price_adjustment"}]', '2f5aff32626a0040f706a4fde2b608a9f56fabf2c95864f6d61e4c0e0c6632af', '25bac3f3173ccfeb9ff5f079406a9319586a87f7443efcffc48fa98b16d49239', '286a80665140ce33c10b058eacde96d85163a35bc9ad3e936b46710b013c579b'),
	(19, 1, '019cd052-9900-7038-895d-f07bfd42e044', 'record_print', 1773021600000000, '1f17b64b-8abd-5e68-9632-81332b8ac93b', 'test', 'warehouse/record_print/any', '[{"after":"168e0df16eb8c8bd1136a54163ab7bb7a5cf79dfdc20a3032f68d4a701d8a751","before":"b0bc07869dbf28c084d4555125778de76f0259307ec28750839075887734446b","id":"019cd052-9900-700c-9cfd-de2af6fa5db8","revision":5,"type":"delivery"}]', '75b0580921e1e6172f1e1d15b2439b61e56dc181ad3931cde1b917df87808a9b', 'd5fb978aa84e6e46b3472a54b5b44b6e2fda1695cc328f4ede84c7a25c36a624', 'ec8627df8229b55d16fdf912378cb448e148da900f77f7aa123cac8103d0007b'),
	(20, 1, '019cd052-9900-703b-98b7-02354bdbf090', 'save_draft', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'test', 'clerk/save_draft/any', '[{"after":"0b446d5e7c9eb524bcdf35b86d79c3583c241fa4df1e69c8bcce83486353943f","before":"","id":"019cd052-9900-7039-a70f-b2d5c5cefdd8","revision":1,"type":"order"}]', 'ba54ddbaa4baae14b1d7d36e0c8e16bc616f47a649466b26474e9855b43e8d80', 'ec8627df8229b55d16fdf912378cb448e148da900f77f7aa123cac8103d0007b', '6572839c73722a760196369c1a7ad13ce0703c76c1efea25791b0cf727c8f8c4'),
	(21, 1, '019cd052-9900-703d-80fe-19c33e361858', 'attach_file', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'test', 'clerk/attach_file/any', '[{"after":"7e4b9a770d0d4d9dc1ca8064ee2082e2a5aec7bd5947bab185f7ce87033fa733","before":"","id":"019cd052-9900-703c-a8bd-d91e952e1b8b","revision":1,"type":"attachment"}]', 'f664062e0323aaed691e28aabc99b1e7aa54ba6a69bb1014bb44186887fa76fa', '6572839c73722a760196369c1a7ad13ce0703c76c1efea25791b0cf727c8f8c4', 'f7d1d0af5f494da0ed6010d884937988a79e169fb1785b5a0cd1cdbbc9af6ddc'),
	(22, 1, '019cd052-9900-7040-b545-5fa77bd55ee6', 'save_draft', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'test', 'clerk/save_draft/any', '[{"after":"6884ef84d81b8a8bfba7bed34654959b1a2d864fef897955531c6d17ce1d42c6","before":"","id":"019cd052-9900-703e-8824-63e974057241","revision":1,"type":"order"}]', 'e71358d56bcd337669bd126ddd25925db96aea60dedbed5c6c2476a712bf52a2', 'f7d1d0af5f494da0ed6010d884937988a79e169fb1785b5a0cd1cdbbc9af6ddc', '6de009a1a0d7349baa10c8bd25a4acb332b6fc4c17602d7c6eac22c94afd25f3'),
	(24, 1, '019cd052-9900-7042-a711-872dd15b77f2', 'restore_draft', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'test', 'clerk/restore_draft/any', '[{"after":"83a51a12044df666b34f4719fe98216536a8ebac25b4c84637188eb71cdda4fc","before":"01a4d2262ffb77f31a95b30e0c1ae3d9c4e94d4561f109e017c302607c1f0b85","id":"019cd052-9900-703e-8824-63e974057241","revision":3,"type":"order"}]', '1ce356ae040097986ea304f7f9c188964c9d5e11c5fb7a2d04ec491ab0f760bf', '1f1f5ea1ece1408261ccaece09e0369cb31503b677898ac93b067f254a7fdc95', '232c2305f2c6885c92d60652f6e7dc4bfd950b05a3a77e518aa022aac7344d3f'),
	(25, 1, '019cd052-9900-7045-abf7-61cc3253b562', 'submit_order', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'test', 'clerk/submit_order/any', '[{"after":"b4d8f525da95f1b2d517498cb1de3c625878ffdd0fe9902be08f9332d97cc0d2","before":"","id":"019cd052-9900-7043-a841-29e5bd4aeab0","revision":1,"type":"order"},{"after":"ecbf1efd806be50b73b2fdc966401d998a0afa0e720b5757667066e9a591feed","before":"a600d216abdcbc5e9819a052150459240d9a7315d48fb43d43ade88c22785382","id":"a396fbe5-9942-5413-879c-42619b3fea36","revision":0,"type":"stock"},{"after":"9b98f8d494e7edee32e609e310e67880b183f20f274779d931be3320f5093c24","before":"","id":"019cd052-9900-7046-98d8-6e7ef33c1a7f","revision":1,"type":"delivery"}]', '2f19368470e418346de841ff279456a4928f770508c6718bb5dbaa9a52f8d754', '232c2305f2c6885c92d60652f6e7dc4bfd950b05a3a77e518aa022aac7344d3f', 'b5e65e001719534bd41aa60548f05ac6ed28e233bf5b441a8131c52b63d7858b'),
	(28, 1, '019cd052-9900-704f-8816-f0c2119b4fe5', 'comment_order', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'test', 'clerk/comment_order/any', '[{"after":"43908ecbb3cb3a3543384c487863b3808846ef4641bd9e2994b16a6bf031dfcb","before":"","id":"019cd052-9900-7050-9eac-d9803a782ebb","revision":1,"type":"comment"}]', '5b432cc98f6b2a839115de31f487a769fa2f4ee7ac894698cef4a822737ac00b', '89534c7e2da173904f032b6885e12b180602f9af86aa2892f2d300830a69a8f2', '051e58bff65883049805031d84ce47bbabed43d6ccb457d3f79039a3ed6a483b'),
	(31, 1, '019cd052-9900-7056-a1fb-f69a5e68b7ca', 'merge_customers', 1773021600000000, 'c4dc0019-ceb5-5f26-9b48-fb7afeaa02bb', 'test', 'administrator/merge_customers/any', '[{"after":"31c569c16bd4b87b89d85e2fe0bc97f1037b3de6e11d0dfe2398930469a46037","before":"06fb4f1d8720cc501a7091b8e2da573de599f4c3159e9ad11476d5ecf305a443","id":"69ae8c51-1a63-51f1-94bd-6e997dedcea5","revision":2,"type":"customer"},{"after":"57180355a8c435c6c391c8f9d9482aa015a927f3bf5350c99a508d09c2611e40","before":"3ac4156d20cf6c0a44948e7ce8d7b45355a53de1f9c34297bb4ae7f0c717f745","id":"019cd052-9900-7054-9a54-d01244e9e4a5","revision":2,"type":"customer"}]', '4d433763adb1c290e1b1ceda725b62362484af22d669a9da6b2aca1b7dde8785', '7f67c6dc3ed6f227da61c1a4e9e7b2db2c94d504f5bc8e69a41ca3899aef65f9', '5212cd41c5302423084f3ab97915538f5285112341ff96d2bb246d7660e80d87'),
	(34, 1, '019cd052-9900-705d-93f4-9bb1b372c56b', 'publish_adjustment', 1773021600000000, '4df98b6b-c009-55a2-8503-df8644fe65cd', 'test', 'manager/publish_adjustment/any', '[{"after":"a67f45cee1c9deff3d217a8728977254e2c52835573e562e02609c7cf24af1b1","before":"f5bf248198cf239e9090b947222ff8e750e6e49fa4cac1047d69ccd45eb7064c","id":"019cd052-9900-705b-a5c0-85bf23edcb04","revision":2,"type":"price_adjustment"},{"after":"2bed00df8ffd2ffafdafbed2e6105ff486ab6810cacc1fca390b3ee1736f4d2e","before":"df1c442b363a3083ae077ea8240f12f2914d258cb95ceb4ead03f003439f8c24","id":"436906d7-fb14-51e7-9c1e-a038074ba982","revision":2,"type":"price_list"}]', 'ac310dbc90c41b6a05015500a6dc9e4e2908f9ded77ddcf668d005bd41101520', '286a80665140ce33c10b058eacde96d85163a35bc9ad3e936b46710b013c579b', '1114c26d3e99224d1ce51783cedc326c0cae835d042098aae9f7c874aa907ccd');


--
-- Data for Name: audit_text; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audit_text VALUES
	(1, '\xc99964615ddf2df5ff87123bbdc0a226', '{"batch":{"company":{"approval.author":"never","company.address":"上海市浦东新区康桥东路 1288 号","company.name":"浦江木作家具有限公司","company.name_en":"Pujiang Woodworks Furniture Co., Ltd.","company.phone":"021-50891288","currency":"CNY","freight.tax_rate":"0.09","note.shows_prices":"no","order.quoted_price_days":"7","site.default":"PD"},"customers":[{"addresses":[{"city":"上海市","district":"浦东新区","id":"f8d069bb-f778-5f39-b412-7c820b5c1c90","label":"浦东仓库","main":true,"phone":"13801968812","province":"上海市","receiver":"周师傅","rest":"川沙路 1188 号 3 号门"},{"city":"上海市","district":"徐汇区","id":"929bdd95-b1cc-5ed9-a648-ae27f3665902","label":"7 号店","main":false,"phone":"13916620707","province":"上海市","receiver":"林店长","rest":"漕溪北路 595 号"},{"city":"苏州市","district":"姑苏区","id":"a65454af-1380-5733-99f4-2467c2f784bd","label":"苏州店","main":false,"phone":"13862015521","province":"江苏省","receiver":"徐店长","rest":"人民路 2015 号"},{"city":"杭州市","district":"拱墅区","id":"eb0153db-3d3d-5ecf-9d7f-085de9a6f47f","label":"杭州店","main":false,"phone":"13958008668","province":"浙江省","receiver":"胡店长","rest":"莫干山路 868 号"}],"bill_to_id":null,"code":"C1001","contact":"沈丽华","credit_limit":"100000","currency":"CNY","customer_class":"end","delivery_method":"","department":"华东销售部","freight_terms":"","id":"69ae8c51-1a63-51f1-94bd-6e997dedcea5","invoice":{"account":"1001182309200456712","address":"","bank":"中国工商银行上海川沙支行","kind":"special","phone":"","tax_number":"91310115MA1K3HDJ2X","title":"上海华东家居有限公司"},"item_numbers":[{"item_id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","name":"橡木长桌 1.4 米","number":"HD-T140"},{"item_id":"702b7cae-f5aa-560e-8904-157a59d1542b","name":"灰餐椅","number":"HD-YZ01"},{"item_id":"5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17","name":"木油","number":"HD-Y330"}],"name":"华东家居","name_en":"Huadong Home Co.","note":"送货前一天电话通知仓库","payer_id":null,"phone":"021-58348812","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"huadongjiaju hdjj","receivable":"58240","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"lina","status":"active","terms":{"closing_day":25,"days":0,"due_day":15,"kind":"monthly"},"tier":"vip","when_short":"ask"},{"addresses":[{"city":"苏州市","district":"吴中区","id":"4e4977e5-0e4c-512a-99da-34d60b30b84b","label":"园区仓","main":true,"phone":"13812771907","province":"江苏省","receiver":"邓小梅","rest":"东吴北路 299 号"}],"bill_to_id":null,"code":"C1002","contact":"邓小梅","credit_limit":"60000","currency":"CNY","customer_class":"shop","delivery_method":"","department":"渠道销售部","freight_terms":"","id":"96ff19a9-dcfe-5291-b281-7d10e7f2cab6","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"美家家居","name_en":"Meijia Home","note":"","payer_id":null,"phone":"0512-62531907","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"meijiajiaju mjjj","receivable":"12350","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"wangfang","status":"active","terms":{"closing_day":null,"days":30,"due_day":null,"kind":"days"},"tier":"a","when_short":"wait"},{"addresses":[{"city":"杭州市","district":"余杭区","id":"fafcd0f9-94ee-56e4-aa58-787f9b4d5def","label":"总仓","main":true,"phone":"13605810912","province":"浙江省","receiver":"袁志明","rest":"文一西路 1500 号"}],"bill_to_id":null,"code":"C1003","contact":"袁志明","credit_limit":"40000","currency":"CNY","customer_class":"dealer","delivery_method":"","department":"渠道销售部","freight_terms":"","id":"3ddab078-e18a-5bae-bd9c-229d60df1107","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"美佳家居","name_en":"Meijia Living","note":"","payer_id":null,"phone":"0571-86540912","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"meijiajiaju mjjj","receivable":"8120.5","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"wangfang","status":"active","terms":{"closing_day":null,"days":30,"due_day":null,"kind":"days"},"tier":"b","when_short":"wait"},{"addresses":[{"city":"宁波市","district":"鄞州区","id":"63000a40-0836-5501-9b58-39b4ee187e10","label":"","main":true,"phone":"13957410433","province":"浙江省","receiver":"汤鑫","rest":"宁穿路 2001 号"}],"bill_to_id":null,"code":"C1004","contact":"汤鑫","credit_limit":"80000","currency":"CNY","customer_class":"dealer","delivery_method":"","department":"渠道销售部","freight_terms":"","id":"86a00c23-8044-5954-8e59-aab3fb1c720b","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"鑫意家具","name_en":"Xinyi Furniture","note":"","payer_id":null,"phone":"0574-87210433","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"xinyijiaju xyjj","receivable":"21400","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"wangfang","status":"active","terms":{"closing_day":null,"days":45,"due_day":null,"kind":"days"},"tier":"a","when_short":"wait"},{"addresses":[{"city":"南京市","district":"江宁区","id":"6414e536-1f8f-5446-b6bf-f7e78c8a65ac","label":"一号库","main":true,"phone":"13701590088","province":"江苏省","receiver":"罗宏达","rest":"将军大道 88 号"},{"city":"南京市","district":"栖霞区","id":"caaa30c3-f760-5b31-b88c-93a7e3094f1f","label":"二号库","main":false,"phone":"13851490163","province":"江苏省","receiver":"韩师傅","rest":"仙林大道 163 号"}],"bill_to_id":null,"code":"C1005","contact":"罗宏达","credit_limit":"200000","currency":"CNY","customer_class":"dealer","delivery_method":"","department":"渠道销售部","freight_terms":"","id":"04dcdd2f-75a6-558d-ae7c-bd63a5b319a3","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"宏达家具商行","name_en":"Hongda Furniture Trading","note":"","payer_id":null,"phone":"025-84490088","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"hongdajiajushanghang hdjjsh hongdajiajushangxing hdjjsx","receivable":"66800","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"wangfang","status":"active","terms":{"closing_day":25,"days":0,"due_day":15,"kind":"monthly"},"tier":"vip","when_short":"wait"},{"addresses":[{"city":"南京市","district":"鼓楼区","id":"9fb818aa-4358-5620-81bb-b641d9df7b93","label":"","main":true,"phone":"13770641620","province":"江苏省","receiver":"罗小鸿","rest":"中央路 302 号"}],"bill_to_id":null,"code":"C1006","contact":"罗小鸿","credit_limit":"20000","currency":"CNY","customer_class":"shop","delivery_method":"","department":"渠道销售部","freight_terms":"","id":"8acdd9b3-3e05-5a78-8fbf-82345ce53025","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"鸿达家私","name_en":"Hongda Furnishing","note":"","payer_id":null,"phone":"025-84416620","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"hongdajiasi hdjs","receivable":"0","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"wangfang","status":"active","terms":{"closing_day":null,"days":30,"due_day":null,"kind":"days"},"tier":"standard","when_short":"wait"},{"addresses":[{"city":"上海市","district":"黄浦区","id":"d72b472b-5af9-5de8-b0af-daee28b3ed4e","label":"外滩店","main":true,"phone":"13817009001","province":"上海市","receiver":"工程部 高工","rest":"中山东一路 32 号"},{"city":"上海市","district":"长宁区","id":"caa485b7-7549-5bbe-9de7-ec9bdadc14df","label":"虹桥店","main":false,"phone":"13817009002","province":"上海市","receiver":"工程部 孙工","rest":"虹桥路 1438 号"}],"bill_to_id":null,"code":"C2001","contact":"高建国","credit_limit":"300000","currency":"CNY","customer_class":"end","delivery_method":"","department":"华东销售部","freight_terms":"","id":"96b83f13-c50b-5d80-b3be-90d7476c2756","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"蓝海酒店","name_en":"Blue Sea Hotels","note":"","payer_id":null,"phone":"021-63219001","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"lanhaijiudian lhjd","receivable":"42000","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"lina","status":"active","terms":{"closing_day":null,"days":60,"due_day":null,"kind":"days"},"tier":"vip","when_short":"wait"},{"addresses":[{"city":"上海市","district":"闵行区","id":"441771f1-c1be-50ee-a3ce-7926464fb4f9","label":"","main":true,"phone":"13661702211","province":"上海市","receiver":"物业 方青","rest":"七莘路 1855 号"}],"bill_to_id":null,"code":"C2002","contact":"方青","credit_limit":"30000","currency":"CNY","customer_class":"end","delivery_method":"","department":"华东销售部","freight_terms":"","id":"6185aa30-9cf2-54d6-b62a-6b701f17813c","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"青禾公寓","name_en":"Qinghe Apartments","note":"","payer_id":null,"phone":"021-64702211","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"qinghegongyu qhgy","receivable":"3180","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"lina","status":"active","terms":{"closing_day":null,"days":30,"due_day":null,"kind":"days"},"tier":"standard","when_short":"wait"},{"addresses":[{"city":"无锡市","district":"滨湖区","id":"c8c345f1-dce7-514b-b258-e1c9fb77c14b","label":"","main":true,"phone":"13506193344","province":"江苏省","receiver":"陆江","rest":"蠡湖大道 1800 号"}],"bill_to_id":null,"code":"C2003","contact":"陆江","credit_limit":"80000","currency":"CNY","customer_class":"dealer","delivery_method":"","department":"渠道销售部","freight_terms":"","id":"aff2c463-dc40-5605-b855-b7274462543d","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"江南家私经销部","name_en":"Jiangnan Furniture Distribution","note":"","payer_id":null,"phone":"0510-85803344","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"jiangnanjiasijingxiaobu jnjsjxb","receivable":"17900","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"wangfang","status":"active","terms":{"closing_day":null,"days":45,"due_day":null,"kind":"days"},"tier":"a","when_short":"wait"},{"addresses":[{"city":"杭州市","district":"萧山区","id":"309c4cd1-c1f6-5c99-a60d-cbe058027590","label":"发货仓","main":true,"phone":"15868127766","province":"浙江省","receiver":"祝晓","rest":"市心北路 108 号"}],"bill_to_id":null,"code":"C2004","contact":"祝晓","credit_limit":"50000","currency":"CNY","customer_class":"shop","delivery_method":"","department":"渠道销售部","freight_terms":"","id":"ee12af4a-36aa-5eb2-aba8-e938a5b6f464","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"优选屋网店","name_en":"Youxuanwu Online Store","note":"","payer_id":null,"phone":"0571-88237766","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"youxuanwuwangdian yxwwd","receivable":"5600","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"wangfang","status":"active","terms":{"closing_day":null,"days":30,"due_day":null,"kind":"days"},"tier":"b","when_short":"partial"},{"addresses":[{"city":"上海市","district":"宝山区","id":"32cd5119-dd47-5912-98f8-52149e4b050e","label":"","main":true,"phone":"13759207748","province":"上海市","receiver":"冯恒","rest":"蕴川路 516 号"}],"bill_to_id":null,"code":"C3001","contact":"冯恒","credit_limit":"40000","currency":"CNY","customer_class":"dealer","delivery_method":"","department":"渠道销售部","freight_terms":"","id":"d8c98c4e-e829-56df-b606-fa30b427d85b","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"恒信酒店用品","name_en":"Hengxin Hotel Supplies","note":"","payer_id":null,"phone":"021-69307748","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"hengxinjiudianyongpin hxjdyp","receivable":"3719","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"wangfang","status":"active","terms":{"closing_day":null,"days":45,"due_day":null,"kind":"days"},"tier":"b","when_short":"wait"},{"addresses":[{"city":"上海市","district":"嘉定区","id":"415a18f4-13bd-5132-8bfd-09e5efac97d9","label":"","main":true,"phone":"13468371319","province":"上海市","receiver":"冯欣","rest":"曹安公路 4671 号"}],"bill_to_id":null,"code":"C3002","contact":"冯欣","credit_limit":"20000","currency":"CNY","customer_class":"dealer","delivery_method":"","department":"渠道销售部","freight_terms":"","id":"6b4a871f-2b3d-5333-9485-a9791d53ee6f","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"恒欣酒店用品","name_en":"Hengxin Hospitality","note":"","payer_id":null,"phone":"021-88491319","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"hengxinjiudianyongpin hxjdyp","receivable":"7438","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"wangfang","status":"on_hold","terms":{"closing_day":25,"days":0,"due_day":15,"kind":"monthly"},"tier":"standard","when_short":"wait"},{"addresses":[{"city":"上海市","district":"静安区","id":"95827ecf-89c0-5902-8dad-981c568cfc1b","label":"","main":true,"phone":"13177544890","province":"上海市","receiver":"白露","rest":"南京西路 1266 号"}],"bill_to_id":null,"code":"C3003","contact":"白露","credit_limit":"60000","currency":"CNY","customer_class":"end","delivery_method":"","department":"华东销售部","freight_terms":"","id":"11b555ac-d123-5a42-b5f0-068c575369ad","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"绿洲餐饮","name_en":"Oasis Catering","note":"","payer_id":null,"phone":"021-67684890","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"lvzhoucanyin lzcy","receivable":"11157","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"lina","status":"active","terms":{"closing_day":null,"days":0,"due_day":null,"kind":"on_delivery"},"tier":"a","when_short":"wait"},{"addresses":[{"city":"上海市","district":"普陀区","id":"045be9b6-6fef-5df1-b703-7e769e6f7473","label":"","main":true,"phone":"13886718461","province":"上海市","receiver":"季园长","rest":"枣阳路 450 号"}],"bill_to_id":null,"code":"C3004","contact":"季园长","credit_limit":"15000","currency":"CNY","customer_class":"end","delivery_method":"","department":"华东销售部","freight_terms":"","id":"e12b9fad-039a-5da2-b6b1-691be056b367","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"12310107425099887K","title":"上海市普陀区晨光幼儿园"},"item_numbers":[],"name":"晨光幼儿园","name_en":"Chenguang Kindergarten","note":"","payer_id":null,"phone":"021-86878461","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"chenguangyoueryuan cgyey","receivable":"7376","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"lina","status":"active","terms":{"closing_day":null,"days":0,"due_day":null,"kind":"prepaid"},"tier":"standard","when_short":"wait"},{"addresses":[{"city":"上海市","district":"虹口区","id":"861c8107-3c1d-5121-8c8b-adeb1aaa04fd","label":"","main":true,"phone":"13595882032","province":"上海市","receiver":"申屠诚","rest":"四川北路 1885 号"}],"bill_to_id":null,"code":"C3005","contact":"申屠诚","credit_limit":"25000","currency":"CNY","customer_class":"end","delivery_method":"","department":"华东销售部","freight_terms":"","id":"5cd87373-0972-5bc4-9202-10c95ed2a997","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"申城设计工作室","name_en":"Shencheng Design Studio","note":"","payer_id":null,"phone":"021-66062032","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"shenchengshejigongzuoshi scsjgzs","receivable":"6095","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"lina","status":"active","terms":{"closing_day":null,"days":60,"due_day":null,"kind":"days"},"tier":"b","when_short":"wait"},{"addresses":[{"city":"上海市","district":"杨浦区","id":"68f152ad-aeb3-56a5-a089-e3ce48d7cc4d","label":"","main":true,"phone":"13205055603","province":"上海市","receiver":"欧阳匠","rest":"国定路 335 号"}],"bill_to_id":null,"code":"C3006","contact":"欧阳匠","credit_limit":"90000","currency":"CNY","customer_class":"end","delivery_method":"","department":"华东销售部","freight_terms":"","id":"3fff6284-fbf7-5c9e-8abf-8518e7d96cd0","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"匠心装饰工程","name_en":"Jiangxin Interiors","note":"","payer_id":null,"phone":"021-85255603","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"jiangxinzhuangshigongcheng jxzsgc","receivable":"22314","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"lina","status":"active","terms":{"closing_day":null,"days":30,"due_day":null,"kind":"days"},"tier":"a","when_short":"wait"},{"addresses":[{"city":"上海市","district":"松江区","id":"1cc774d0-886a-5411-b1b8-f08fe5a800ad","label":"","main":true,"phone":"13914229174","province":"上海市","receiver":"匡欣","rest":"荣乐中路 12 号"}],"bill_to_id":null,"code":"C3007","contact":"匡欣","credit_limit":"18000","currency":"CNY","customer_class":"end","delivery_method":"","department":"华东销售部","freight_terms":"","id":"c8f9669e-002f-5146-a06b-eec951d5cd79","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"匠欣装饰","name_en":"Jiangxin Decoration","note":"","payer_id":null,"phone":"021-64449174","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"jiangxinzhuangshi jxzs","receivable":"8033","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"lina","status":"active","terms":{"closing_day":null,"days":45,"due_day":null,"kind":"days"},"tier":"standard","when_short":"wait"},{"addresses":[{"city":"上海市","district":"黄浦区","id":"194138b8-7775-5438-a602-a7fc7f32187a","label":"","main":true,"phone":"13623392745","province":"上海市","receiver":"单海","rest":"方浜中路 265 号"}],"bill_to_id":null,"code":"C3008","contact":"单海","credit_limit":"12000","currency":"CNY","customer_class":"end","delivery_method":"","department":"华东销售部","freight_terms":"","id":"c7d958c9-ed87-5532-8c79-6e173f93af2f","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"海派茶馆","name_en":"Haipai Tea House","note":"","payer_id":null,"phone":"021-83632745","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"haipaichaguan hpcg","receivable":"5752","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"lina","status":"active","terms":{"closing_day":25,"days":0,"due_day":15,"kind":"monthly"},"tier":"standard","when_short":"wait"},{"addresses":[{"city":"苏州市","district":"姑苏区","id":"41622279-500c-547c-b7ab-97571522a07a","label":"","main":true,"phone":"13332566316","province":"江苏省","receiver":"尉迟兰","rest":"平江路 208 号"}],"bill_to_id":null,"code":"C3009","contact":"尉迟兰","credit_limit":"120000","currency":"CNY","customer_class":"end","delivery_method":"","department":"华东销售部","freight_terms":"","id":"881b07d1-c9ea-5029-bf62-f86ea99c922e","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"东方书院","name_en":"Oriental Academy","note":"","payer_id":null,"phone":"0512-62826316","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"dongfangshuyuan dfsy","receivable":"33471","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"lina","status":"active","terms":{"closing_day":null,"days":0,"due_day":null,"kind":"on_delivery"},"tier":"vip","when_short":"wait"},{"addresses":[{"city":"无锡市","district":"滨湖区","id":"e7a0e66e-5abb-502d-93b2-0de9630f006f","label":"","main":true,"phone":"13041739887","province":"江苏省","receiver":"仇湖","rest":"环太湖公路 18 号"}],"bill_to_id":null,"code":"C3010","contact":"仇湖","credit_limit":"70000","currency":"CNY","customer_class":"end","delivery_method":"","department":"华东销售部","freight_terms":"","id":"c9cc01ba-bc51-54cc-aebe-a52674d90418","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"太湖民宿联盟","name_en":"Taihu Guest Houses","note":"","payer_id":null,"phone":"0510-82019887","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"taihuminsulianmeng thmslm taihuminxiulianmeng thmxlm","receivable":"2190","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"lina","status":"active","terms":{"closing_day":null,"days":0,"due_day":null,"kind":"prepaid"},"tier":"a","when_short":"wait"},{"addresses":[{"city":"苏州市","district":"吴中区","id":"973a3a85-0c2c-53ca-814f-99ca7bfcaa3a","label":"","main":true,"phone":"13750903458","province":"江苏省","receiver":"瞿锦","rest":"苏州大道东 688 号"}],"bill_to_id":null,"code":"C3011","contact":"瞿锦","credit_limit":"50000","currency":"CNY","customer_class":"end","delivery_method":"","department":"华东销售部","freight_terms":"","id":"f70c8c1a-8a99-5f7e-9946-ba8ed1d094b5","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"金鸡湖会展","name_en":"Jinji Lake Exhibitions","note":"","payer_id":null,"phone":"0512-61203458","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"jinjihuhuizhan jjhhz jinjihukuaizhan jjhkz","receivable":"15909","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"lina","status":"active","terms":{"closing_day":null,"days":60,"due_day":null,"kind":"days"},"tier":"b","when_short":"wait"},{"addresses":[{"city":"常州市","district":"武进区","id":"b207b0cd-4269-5a2f-a9be-08adb7c1aba4","label":"","main":true,"phone":"13460077029","province":"江苏省","receiver":"曾乐","rest":"长虹路 9 号"}],"bill_to_id":null,"code":"C3012","contact":"曾乐","credit_limit":"30000","currency":"CNY","customer_class":"end","delivery_method":"","department":"华东销售部","freight_terms":"","id":"01fc68e7-e8a4-5138-a75f-3b80cb1c0035","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"长乐养老院","name_en":"Changle Care Home","note":"","payer_id":null,"phone":"0519-80397029","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"changleyanglaoyuan clyly changyueyanglaoyuan cyyly zhangleyanglaoyuan zlyly zhangyueyanglaoyuan zyyly","receivable":"14628","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"lina","status":"active","terms":{"closing_day":null,"days":30,"due_day":null,"kind":"days"},"tier":"standard","when_short":"wait"},{"addresses":[{"city":"扬州市","district":"邗江区","id":"d09253ea-9ec4-5c38-9229-5382da6aecf0","label":"","main":true,"phone":"13169240600","province":"江苏省","receiver":"杨子江","rest":"文昌西路 525 号"}],"bill_to_id":null,"code":"C3013","contact":"杨子江","credit_limit":"80000","currency":"CNY","customer_class":"dealer","delivery_method":"","department":"渠道销售部","freight_terms":"","id":"63c54d88-5a25-5344-b4e1-c2adb0f5843b","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"扬子建材","name_en":"Yangzi Building Materials","note":"","payer_id":null,"phone":"0514-69580600","price_sources":["agreement","tier","list"],"prices_include_tax":false,"readings":"yangzijiancai yzjc","receivable":"8347","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"wangfang","status":"active","terms":{"closing_day":null,"days":45,"due_day":null,"kind":"days"},"tier":"a","when_short":"wait"},{"addresses":[{"city":"徐州市","district":"云龙区","id":"671e06f9-f463-5bdf-9050-6d91d5969616","label":"","main":true,"phone":"13878414171","province":"江苏省","receiver":"淮永年","rest":"和平路 26 号"}],"bill_to_id":null,"code":"C3014","contact":"淮永年","credit_limit":"60000","currency":"CNY","customer_class":"dealer","delivery_method":"","department":"渠道销售部","freight_terms":"","id":"2a31b087-fb21-56d1-899e-ec99884abc89","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"淮海家具城","name_en":"Huaihai Furniture Mall","note":"","payer_id":null,"phone":"0516-88774171","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"huaihaijiajucheng hhjjc","receivable":"22066","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"wangfang","status":"active","terms":{"closing_day":25,"days":0,"due_day":15,"kind":"monthly"},"tier":"b","when_short":"wait"},{"addresses":[{"city":"南通市","district":"通州区","id":"e02cece1-3787-500d-b462-0074108e0bed","label":"","main":true,"phone":"13587587742","province":"江苏省","receiver":"葛通","rest":"世纪大道 600 号"}],"bill_to_id":null,"code":"C3015","contact":"葛通","credit_limit":"30000","currency":"CNY","customer_class":"dealer","delivery_method":"","department":"渠道销售部","freight_terms":"","id":"daa5d087-5cb1-53f9-ad43-98a507114551","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"通州家居广场","name_en":"Tongzhou Home Plaza","note":"","payer_id":null,"phone":"0513-67967742","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"tongzhoujiajuguangchang tzjjgc","receivable":"10785","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"wangfang","status":"stopped","terms":{"closing_day":null,"days":0,"due_day":null,"kind":"on_delivery"},"tier":"standard","when_short":"wait"},{"addresses":[{"city":"杭州市","district":"西湖区","id":"96d81c6b-3124-5249-abf2-424ae41019ce","label":"","main":true,"phone":"13296751313","province":"浙江省","receiver":"西门慧","rest":"曙光路 120 号"}],"bill_to_id":null,"code":"C3016","contact":"西门慧","credit_limit":"150000","currency":"CNY","customer_class":"dealer","delivery_method":"","department":"渠道销售部","freight_terms":"","id":"56ceef05-cafe-587f-85f0-ac410b6df9fd","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"西湖家居馆","name_en":"West Lake Home Gallery","note":"","payer_id":null,"phone":"0571-87151313","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"xihujiajuguan xhjjg","receivable":"59504","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"wangfang","status":"active","terms":{"closing_day":null,"days":0,"due_day":null,"kind":"prepaid"},"tier":"vip","when_short":"wait"},{"addresses":[{"city":"宁波市","district":"海曙区","id":"652e5ede-7a92-5da9-bff8-aab8ec0e4561","label":"","main":true,"phone":"13905924884","province":"浙江省","receiver":"邬甬","rest":"中山西路 138 号"}],"bill_to_id":null,"code":"C3017","contact":"邬甬","credit_limit":"90000","currency":"CNY","customer_class":"dealer","delivery_method":"","department":"渠道销售部","freight_terms":"","id":"9dac7b58-314c-5b92-9e7d-7ff0bfde6a92","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"甬江商贸","name_en":"Yongjiang Trading","note":"","payer_id":null,"phone":"0574-66344884","price_sources":["agreement","last","tier","list"],"prices_include_tax":true,"readings":"yongjiangshangmao yjsm","receivable":"18223","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"wangfang","status":"active","terms":{"closing_day":null,"days":60,"due_day":null,"kind":"days"},"tier":"a","when_short":"wait"},{"addresses":[{"city":"温州市","district":"鹿城区","id":"935c59dc-0579-5b1a-8f84-60850f2e10ed","label":"","main":true,"phone":"13615098455","province":"浙江省","receiver":"麻宜","rest":"车站大道 577 号"}],"bill_to_id":null,"code":"C3018","contact":"麻宜","credit_limit":"50000","currency":"CNY","customer_class":"dealer","delivery_method":"","department":"渠道销售部","freight_terms":"","id":"fdbff76c-3a32-5bc8-89e1-265d1e0f07e2","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"温州宜居家具","name_en":"Wenzhou Yiju Furniture","note":"","payer_id":null,"phone":"0577-85538455","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"wenzhouyijujiaju wzyjjj","receivable":"16942","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"wangfang","status":"active","terms":{"closing_day":null,"days":30,"due_day":null,"kind":"days"},"tier":"b","when_short":"wait"},{"addresses":[{"city":"嘉兴市","district":"南湖区","id":"e711c985-db66-508f-a503-5c74cc5fe56b","label":"","main":true,"phone":"13324262026","province":"浙江省","receiver":"宣乐","rest":"中环南路 1882 号"}],"bill_to_id":null,"code":"C3019","contact":"宣乐","credit_limit":"20000","currency":"CNY","customer_class":"shop","delivery_method":"","department":"渠道销售部","freight_terms":"","id":"2bb18556-6efc-581e-91b4-66383054a38f","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"嘉兴宜家乐","name_en":"Jiaxing Yijiale","note":"","payer_id":null,"phone":"0573-64722026","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"jiaxingyijiale jxyjl jiaxingyijiayue jxyjy","receivable":"661","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"wangfang","status":"active","terms":{"closing_day":null,"days":45,"due_day":null,"kind":"days"},"tier":"standard","when_short":"wait"},{"addresses":[{"city":"金华市","district":"义乌市","id":"98a1dcea-1cdb-5d49-a2bc-13f7db992009","label":"","main":true,"phone":"13033435597","province":"浙江省","receiver":"骆淘","rest":"稠州北路 1000 号"}],"bill_to_id":null,"code":"C3020","contact":"骆淘","credit_limit":"60000","currency":"CNY","customer_class":"shop","delivery_method":"","department":"渠道销售部","freight_terms":"","id":"a6a96da3-e459-5930-8c2e-1fc0740939fc","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"义乌淘家","name_en":"Yiwu Taojia","note":"","payer_id":null,"phone":"0579-83915597","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"yiwutaojia ywtj","receivable":"14380","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"wangfang","status":"active","terms":{"closing_day":25,"days":0,"due_day":15,"kind":"monthly"},"tier":"b","when_short":"wait"},{"addresses":[{"city":"上海市","district":"青浦区","id":"7be33211-a385-5809-94e5-b50e06b41e44","label":"","main":true,"phone":"13742609168","province":"上海市","receiver":"里木","rest":"华徐公路 999 号"}],"bill_to_id":null,"code":"C3021","contact":"里木","credit_limit":"100000","currency":"CNY","customer_class":"shop","delivery_method":"","department":"渠道销售部","freight_terms":"","id":"a61af914-3ec8-52ac-be8d-dffc29bc747e","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"木里旗舰店","name_en":"Muli Flagship Store","note":"","payer_id":null,"phone":"021-63109168","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"muliqijiandian mlqjd","receivable":"28099","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"wangfang","status":"active","terms":{"closing_day":null,"days":0,"due_day":null,"kind":"on_delivery"},"tier":"a","when_short":"wait"},{"addresses":[{"city":"上海市","district":"奉贤区","id":"f07323b1-23ce-563d-91ef-6a710373f302","label":"","main":true,"phone":"13451772739","province":"上海市","receiver":"满江红","rest":"望园路 2066 号"}],"bill_to_id":null,"code":"C3022","contact":"满江红","credit_limit":"15000","currency":"CNY","customer_class":"shop","delivery_method":"","department":"渠道销售部","freight_terms":"","id":"16feaf8e-214c-562c-822f-3614f0524d7c","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"小满家居优品","name_en":"Xiaoman Home Select","note":"","payer_id":null,"phone":"021-82292739","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"xiaomanjiajuyoupin xmjjyp","receivable":"6818","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"wangfang","status":"active","terms":{"closing_day":null,"days":0,"due_day":null,"kind":"prepaid"},"tier":"standard","when_short":"wait"},{"addresses":[{"city":"杭州市","district":"滨江区","id":"4b5dcfe4-2aea-5b53-ac0a-7acb87abfd25","label":"","main":true,"phone":"13160946310","province":"浙江省","receiver":"云小雁","rest":"江南大道 588 号"}],"bill_to_id":null,"code":"C3023","contact":"云小雁","credit_limit":"180000","currency":"CNY","customer_class":"shop","delivery_method":"","department":"渠道销售部","freight_terms":"","id":"bd37b1ef-4c65-5231-983a-d57375b01330","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"云上选物","name_en":"Cloud Picks","note":"","payer_id":null,"phone":"0571-61486310","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"yunshangxuanwu ysxw","receivable":"85537","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"wangfang","status":"active","terms":{"closing_day":null,"days":60,"due_day":null,"kind":"days"},"tier":"vip","when_short":"wait"},{"addresses":[{"city":"杭州市","district":"钱塘区","id":"66ee1bb2-0a12-5662-9930-a1816a0e4bda","label":"","main":true,"phone":"13870119881","province":"浙江省","receiver":"郝务","rest":"白杨街道 6 号大街"}],"bill_to_id":null,"code":"C3024","contact":"郝务","credit_limit":"40000","currency":"CNY","customer_class":"shop","delivery_method":"","department":"渠道销售部","freight_terms":"","id":"48724b06-95da-54b1-8e5a-2482fd2c1738","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"直播好物间","name_en":"Live Good Things","note":"","payer_id":null,"phone":"0571-80679881","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"zhibohaowujian zbhwj","receivable":"9256","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"wangfang","status":"active","terms":{"closing_day":null,"days":30,"due_day":null,"kind":"days"},"tier":"b","when_short":"wait"},{"addresses":[{"city":"上海市","district":"浦东新区","id":"36684661-12ed-52bc-b4b3-4ddb36072661","label":"","main":true,"phone":"13579283452","province":"上海市","receiver":"Helen Xu","rest":"外高桥 富特北路 211 号"}],"bill_to_id":null,"code":"C3025","contact":"Helen Xu","credit_limit":"250000","currency":"CNY","customer_class":"export","delivery_method":"","department":"华东销售部","freight_terms":"","id":"13f43a45-cb8f-5014-821e-fb4f20099fc8","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"环球家居出口","name_en":"Global Home Export","note":"","payer_id":null,"phone":"021-69863452","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"huanqiujiajuchukou hqjjck","receivable":"92975","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"lina","status":"active","terms":{"closing_day":null,"days":45,"due_day":null,"kind":"days"},"tier":"a","when_short":"wait"},{"addresses":[{"city":"苏州市","district":"虎丘区","id":"be736cd9-795e-5e37-9dd8-837de6bbd10d","label":"","main":true,"phone":"13288457023","province":"江苏省","receiver":"Lars Holm","rest":"科技城 锦峰路 158 号"}],"bill_to_id":null,"code":"C3026","contact":"Lars Holm","credit_limit":"300000","currency":"CNY","customer_class":"export","delivery_method":"","department":"华东销售部","freight_terms":"","id":"4c2246e5-bbe6-53e2-adb7-f3b3b6ba645d","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"北欧木业采购处","name_en":"Nordic Timber Sourcing","note":"","payer_id":null,"phone":"0512-89057023","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"beioumuyecaigouchu bomycgc","receivable":"96694","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"lina","status":"active","terms":{"closing_day":25,"days":0,"due_day":15,"kind":"monthly"},"tier":"vip","when_short":"wait"},{"addresses":[{"city":"宁波市","district":"北仑区","id":"2803248d-9376-5de2-8d51-7e1bb4f391ed","label":"","main":true,"phone":"13997620594","province":"浙江省","receiver":"陈南洋","rest":"大榭港区 1 号"}],"bill_to_id":null,"code":"C3027","contact":"陈南洋","credit_limit":"60000","currency":"CNY","customer_class":"export","delivery_method":"","department":"华东销售部","freight_terms":"","id":"27ce217e-1c6b-5738-b007-97e2f07640dd","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"南洋贸易","name_en":"Nanyang Trading","note":"","payer_id":null,"phone":"0574-68240594","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"nanyangmaoyi nymy","receivable":"10413","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"lina","status":"active","terms":{"closing_day":null,"days":0,"due_day":null,"kind":"on_delivery"},"tier":"standard","when_short":"wait"},{"addresses":[{"city":"上海市","district":"长宁区","id":"704b937b-08cc-5ea6-bf83-878433858f9e","label":"","main":true,"phone":"13606794165","province":"上海市","receiver":"佐藤健","rest":"兴义路 8 号"}],"bill_to_id":null,"code":"C3028","contact":"佐藤健","credit_limit":"90000","currency":"CNY","customer_class":"export","delivery_method":"","department":"华东销售部","freight_terms":"","id":"93f40c92-b730-5365-ab77-d5077cbb50dd","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"富士商事","name_en":"Fuji Shoji","note":"","payer_id":null,"phone":"021-87434165","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"fushishangshi fsss","receivable":"14132","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"lina","status":"active","terms":{"closing_day":null,"days":0,"due_day":null,"kind":"prepaid"},"tier":"b","when_short":"wait"},{"addresses":[{"city":"上海市","district":"闵行区","id":"87e80ebd-dc2b-5ac4-a1ef-ce92b3c41e18","label":"","main":true,"phone":"13315967736","province":"上海市","receiver":"莘敏","rest":"莘建路 180 号"}],"bill_to_id":null,"code":"C3029","contact":"莘敏","credit_limit":"35000","currency":"CNY","customer_class":"end","delivery_method":"","department":"华东销售部","freight_terms":"","id":"18793f96-2b85-5c37-976a-0fd3149d0d52","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"莘庄社区中心","name_en":"Xinzhuang Community Centre","note":"","payer_id":null,"phone":"021-66627736","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"xinzhuangshequzhongxin xzsqzx xinzhuangsheouzhongxin xzsozx shenzhuangshequzhongxin szsqzx shenzhuangsheouzhongxin szsozx","receivable":"2851","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"lina","status":"active","terms":{"closing_day":null,"days":60,"due_day":null,"kind":"days"},"tier":"b","when_short":"wait"},{"addresses":[{"city":"上海市","district":"浦东新区","id":"674d462f-de67-510f-83aa-0fd77e6848b1","label":"","main":true,"phone":"13025131307","province":"上海市","receiver":"门市","rest":"张杨路 1458 号"}],"bill_to_id":null,"code":"C3030","contact":"","credit_limit":null,"currency":"CNY","customer_class":"end","delivery_method":"","department":"华东销售部","freight_terms":"","id":"88745a4d-5eff-5f4b-b850-0c424e64509e","invoice":{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""},"item_numbers":[],"name":"零售散客","name_en":"Walk-in customers","note":"","payer_id":null,"phone":"021-85811307","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"lingshousanke lssk","receivable":null,"receivable_as_of":null,"rounding":"","salesperson_code":"lina","status":"active","terms":{"closing_day":null,"days":0,"due_day":null,"kind":"prepaid"},"tier":"standard","when_short":"wait"}],"documents":[],"items":[{"active":true,"barcodes":[{"barcode":"6904102001078","unit":"张"}],"brand":"浦木","code":"A105","cost":"512","floor_price":"760","group":"餐桌书桌","id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","kind":"standard","list_price":"880","name":"橡木餐桌 140","name_en":"Oak table 140","order_multiple":null,"price_unit":1,"readings":"xiangmucanzhuo140 xmcz140","sales_unit":"","spec":"1400×800×750","tax_rate":"0.13","unit":"张","unit_en":"pc","units":[]},{"active":true,"barcodes":[{"barcode":"6904102001146","unit":"张"}],"brand":"浦木","code":"A107","cost":"640","floor_price":"930","group":"餐桌书桌","id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","kind":"standard","list_price":"1080","name":"橡木餐桌 180","name_en":"Oak table 180","order_multiple":null,"price_unit":1,"readings":"xiangmucanzhuo180 xmcz180","sales_unit":"","spec":"1800×900×750","tax_rate":"0.13","unit":"张","unit_en":"pc","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"A110","cost":"560","floor_price":"830","group":"餐桌书桌","id":"51dc4cf1-444a-5cca-9b5e-5f82484fd703","kind":"standard","list_price":"960","name":"橡木圆餐桌 120","name_en":"Oak round table 120","order_multiple":null,"price_unit":1,"readings":"xiangmuyuancanzhuo120 xmycz120","sales_unit":"","spec":"Ø1200×750","tax_rate":"0.13","unit":"张","unit_en":"pc","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"A115","cost":"905","floor_price":"1350","group":"餐桌书桌","id":"8999b8be-aac8-576a-aaa9-43c2fcc95e55","kind":"standard","list_price":"1560","name":"胡桃木餐桌 160","name_en":"Walnut table 160","order_multiple":null,"price_unit":1,"readings":"hutaomucanzhuo160 htmcz160","sales_unit":"","spec":"1600×850×750","tax_rate":"0.13","unit":"张","unit_en":"pc","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"A120","cost":"418","floor_price":"620","group":"餐桌书桌","id":"8abb4901-c9f3-506c-ac25-c0c12a2caef7","kind":"standard","list_price":"720","name":"白蜡木书桌 120","name_en":"Ash desk 120","order_multiple":null,"price_unit":1,"readings":"bailamushuzhuo120 blmsz120","sales_unit":"","spec":"1200×600×750","tax_rate":"0.13","unit":"张","unit_en":"pc","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"A122","cost":"476","floor_price":"705","group":"餐桌书桌","id":"a5c4aa30-82e7-5a33-b7f6-89309c225961","kind":"standard","list_price":"820","name":"白蜡木书桌 140","name_en":"Ash desk 140","order_multiple":null,"price_unit":1,"readings":"bailamushuzhuo140 blmsz140","sales_unit":"","spec":"1400×650×750","tax_rate":"0.13","unit":"张","unit_en":"pc","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"A130","cost":"402","floor_price":"590","group":"餐桌书桌","id":"5050517e-ec6a-57cc-a643-ae465e2148ac","kind":"standard","list_price":"690","name":"岩板茶几 90","name_en":"Stone-top coffee table 90","order_multiple":null,"price_unit":1,"readings":"yanbanchaji90 ybcj90","sales_unit":"","spec":"900×900×400","tax_rate":"0.13","unit":"张","unit_en":"pc","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"A135","cost":"165","floor_price":"250","group":"餐桌书桌","id":"1d51c50a-f42b-51b3-b7b6-9aa4c7569170","kind":"standard","list_price":"290","name":"胡桃木边几","name_en":"Walnut side table","order_multiple":null,"price_unit":1,"readings":"hutaomubianji htmbj","sales_unit":"","spec":"450×450×550","tax_rate":"0.13","unit":"张","unit_en":"pc","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"A140","cost":"910","floor_price":"1290","group":"餐桌书桌","id":"79bc4bfb-2525-5b8c-8110-ebfaae0ea41b","kind":"standard","list_price":"1480","name":"升降办公桌","name_en":"Height-adjustable desk","order_multiple":"1","price_unit":1,"readings":"shengjiangbangongzhuo sjbgz shengxiangbangongzhuo sxbgz","sales_unit":"","spec":"1400×700×720-1180","tax_rate":"0.13","unit":"张","unit_en":"pc","units":[]},{"active":true,"barcodes":[{"barcode":"6904102001214","unit":"把"},{"barcode":"6904102001283","unit":"箱"}],"brand":"浦木","code":"B210","cost":"78","floor_price":"118","group":"椅凳","id":"702b7cae-f5aa-560e-8904-157a59d1542b","kind":"standard","list_price":"142","name":"胡桃木餐椅 灰色","name_en":"Chair, walnut, grey","order_multiple":null,"price_unit":1,"readings":"hutaomucanyihuise htmcyhs hutaomucanyihuishai","sales_unit":"","spec":"480×520×830","tax_rate":"0.13","unit":"把","unit_en":"pc","units":[{"factor":"4","floating":false,"name_en":"carton","unit":"箱"}]},{"active":true,"barcodes":[{"barcode":"6904102001351","unit":"把"},{"barcode":"6904102001429","unit":"箱"}],"brand":"浦木","code":"B211","cost":"78","floor_price":"118","group":"椅凳","id":"a396fbe5-9942-5413-879c-42619b3fea36","kind":"standard","list_price":"142","name":"胡桃木餐椅 黑色","name_en":"Chair, walnut, black","order_multiple":null,"price_unit":1,"readings":"hutaomucanyiheise htmcyhs hutaomucanyiheishai","sales_unit":"","spec":"480×520×830","tax_rate":"0.13","unit":"把","unit_en":"pc","units":[{"factor":"4","floating":false,"name_en":"carton","unit":"箱"}]},{"active":true,"barcodes":[{"barcode":"6904102001498","unit":"把"},{"barcode":"6904102001566","unit":"箱"}],"brand":"浦木","code":"B212","cost":"78","floor_price":"118","group":"椅凳","id":"8df9e70a-f476-518c-8a40-8e4f20d1fb21","kind":"standard","list_price":"142","name":"胡桃木餐椅 米白","name_en":"Chair, walnut, off-white","order_multiple":null,"price_unit":1,"readings":"hutaomucanyimibai htmcymb","sales_unit":"","spec":"480×520×830","tax_rate":"0.13","unit":"把","unit_en":"pc","units":[{"factor":"4","floating":false,"name_en":"carton","unit":"箱"}]},{"active":true,"barcodes":[{"barcode":"6904102001634","unit":"把"}],"brand":"浦木","code":"B220","cost":"132","floor_price":"198","group":"椅凳","id":"a5156714-a042-5160-bb73-cf659186cef6","kind":"standard","list_price":"236","name":"橡木温莎椅","name_en":"Oak Windsor chair","order_multiple":null,"price_unit":1,"readings":"xiangmuwenshayi xmwsy","sales_unit":"","spec":"530×500×900","tax_rate":"0.13","unit":"把","unit_en":"pc","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"B225","cost":"150","floor_price":"226","group":"椅凳","id":"26a8dfef-d7e1-56a0-a646-f9fa78e928b4","kind":"standard","list_price":"268","name":"白蜡木吧椅","name_en":"Ash bar stool","order_multiple":null,"price_unit":1,"readings":"bailamubayi blmby","sales_unit":"","spec":"420×420×980","tax_rate":"0.13","unit":"把","unit_en":"pc","units":[]},{"active":true,"barcodes":[{"barcode":"6904102001702","unit":"把"}],"brand":"浦木","code":"B230","cost":"230","floor_price":"339","group":"椅凳","id":"92c790b8-56ae-504a-9fe6-ad65bd853a6f","kind":"standard","list_price":"398","name":"网布办公椅","name_en":"Mesh office chair","order_multiple":null,"price_unit":1,"readings":"wangbubangongyi wbbgy","sales_unit":"","spec":"650×650×1100","tax_rate":"0.13","unit":"把","unit_en":"pc","units":[]},{"active":true,"barcodes":[{"barcode":"6904102001771","unit":"把"},{"barcode":"6904102001849","unit":"箱"}],"brand":"浦木","code":"B235","cost":"36","floor_price":"56","group":"椅凳","id":"a2364ff9-4687-5950-a14e-0b33fc798f29","kind":"standard","list_price":"68","name":"折叠椅","name_en":"Folding chair","order_multiple":null,"price_unit":1,"readings":"shedieyi sdy zhedieyi zdy","sales_unit":"把","spec":"440×470×790","tax_rate":"0.13","unit":"把","unit_en":"pc","units":[{"factor":"6","floating":false,"name_en":"carton","unit":"箱"}]},{"active":true,"barcodes":[],"brand":"浦木","code":"B240","cost":"104","floor_price":"158","group":"椅凳","id":"bab02613-7a19-5b54-9229-d910019760a6","kind":"standard","list_price":"186","name":"儿童椅 可升降","name_en":"Children''s chair, adjustable","order_multiple":null,"price_unit":1,"readings":"ertongyikeshengjiang etyksj ertongyikeshengxiang etyksx","sales_unit":"","spec":"450×480×780","tax_rate":"0.13","unit":"把","unit_en":"pc","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"B250","cost":"186","floor_price":"279","group":"椅凳","id":"92c8a14f-711e-5c54-bec1-7f392dbf3285","kind":"standard","list_price":"328","name":"换鞋凳 90","name_en":"Shoe bench 90","order_multiple":null,"price_unit":1,"readings":"huanxiedeng90 hxd90","sales_unit":"","spec":"900×350×450","tax_rate":"0.13","unit":"张","unit_en":"pc","units":[]},{"active":true,"barcodes":[{"barcode":"6904102001917","unit":"瓶"},{"barcode":"6904102001986","unit":"箱"}],"brand":"浦木","code":"C330","cost":"27.5","floor_price":"45","group":"木蜡油与养护","id":"5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17","kind":"standard","list_price":"52","name":"橡木油 1 升","name_en":"Oak oil 1 l","order_multiple":null,"price_unit":1,"readings":"xiangmuyou1sheng xmy1s","sales_unit":"","spec":"1 l","tax_rate":"0.13","unit":"瓶","unit_en":"bottle","units":[{"factor":"12","floating":false,"name_en":"carton","unit":"箱"}]},{"active":true,"barcodes":[{"barcode":"6904102002051","unit":"桶"}],"brand":"浦木","code":"C331","cost":"121","floor_price":"196","group":"木蜡油与养护","id":"d1510b77-5121-5fe9-a6d2-3291d36ebd6c","kind":"standard","list_price":"228","name":"橡木油 5 升","name_en":"Oak oil 5 l","order_multiple":null,"price_unit":1,"readings":"xiangmuyou5sheng xmy5s","sales_unit":"","spec":"5 l","tax_rate":"0.13","unit":"桶","unit_en":"can","units":[]},{"active":true,"barcodes":[{"barcode":"6904102002129","unit":"瓶"}],"brand":"浦木","code":"C335","cost":"42","floor_price":"66","group":"木蜡油与养护","id":"c59d73f4-e3db-5825-983f-d6ec8b061ef2","kind":"standard","list_price":"78","name":"硬蜡油 透明 0.75 升","name_en":"Hard wax oil, clear, 0.75 l","order_multiple":null,"price_unit":1,"readings":"yinglayoutouming075sheng ylytm075s","sales_unit":"","spec":"0.75 l","tax_rate":"0.13","unit":"瓶","unit_en":"bottle","units":[{"factor":"12","floating":false,"name_en":"carton","unit":"箱"}]},{"active":true,"barcodes":[],"brand":"浦木","code":"C336","cost":"44","floor_price":"70","group":"木蜡油与养护","id":"ba211372-5689-50b2-8507-c3f5fd94cddf","kind":"standard","list_price":"82","name":"硬蜡油 胡桃色 0.75 升","name_en":"Hard wax oil, walnut, 0.75 l","order_multiple":null,"price_unit":1,"readings":"yinglayouhutaose075sheng ylyhts075s yinglayouhutaoshai075sheng","sales_unit":"","spec":"0.75 l","tax_rate":"0.13","unit":"瓶","unit_en":"bottle","units":[{"factor":"12","floating":false,"name_en":"carton","unit":"箱"}]},{"active":true,"barcodes":[],"brand":"浦木","code":"C340","cost":"22","floor_price":"38","group":"木蜡油与养护","id":"04dcdd7c-bd0a-5e32-84a0-1605013b9a23","kind":"standard","list_price":"46","name":"皮革护理乳 500 毫升","name_en":"Leather care 500 ml","order_multiple":null,"price_unit":1,"readings":"pigehuliru500haosheng pghlr500hs","sales_unit":"","spec":"500 ml","tax_rate":"0.13","unit":"瓶","unit_en":"bottle","units":[{"factor":"24","floating":false,"name_en":"carton","unit":"箱"}]},{"active":true,"barcodes":[{"barcode":"6904102002198","unit":"片"},{"barcode":"6904102002266","unit":"包"}],"brand":"浦木","code":"C345","cost":"3.6","floor_price":"7.5","group":"木蜡油与养护","id":"d8b93d09-3f41-5c15-a475-51f4d702bda0","kind":"standard","list_price":"9.8","name":"超细纤维擦布","name_en":"Microfibre cloth","order_multiple":null,"price_unit":1,"readings":"chaoxixianweicabu cxxwcb","sales_unit":"包","spec":"400×400","tax_rate":"0.13","unit":"片","unit_en":"pc","units":[{"factor":"10","floating":false,"name_en":"pack","unit":"包"}]},{"active":true,"barcodes":[],"brand":"浦木","code":"C350","cost":"15","floor_price":"29","group":"木蜡油与养护","id":"fa1d7f35-604e-5e50-9f4c-2c39d317fa32","kind":"standard","list_price":"36","name":"修补蜡笔 12 色","name_en":"Repair wax sticks, 12 colours","order_multiple":null,"price_unit":1,"readings":"xiubulabi12se xblb12s xiubulabi12shai","sales_unit":"","spec":"12","tax_rate":"0.13","unit":"盒","unit_en":"box","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"D410","cost":"812","floor_price":"1190","group":"柜架","id":"931b464f-dab5-5b9c-9fab-3d59a4ef6ac6","kind":"standard","list_price":"1380","name":"五斗柜 橡木","name_en":"Chest of five drawers, oak","order_multiple":null,"price_unit":1,"readings":"wudouguixiangmu wdgxm","sales_unit":"","spec":"800×450×1100","tax_rate":"0.13","unit":"台","unit_en":"pc","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"D412","cost":"742","floor_price":"1090","group":"柜架","id":"569568e3-8be3-5a5b-987f-a34b7d5fdf6d","kind":"standard","list_price":"1260","name":"电视柜 180 橡木","name_en":"TV board 180, oak","order_multiple":null,"price_unit":1,"readings":"dianshigui180xiangmu dsg180xm","sales_unit":"","spec":"1800×400×480","tax_rate":"0.13","unit":"台","unit_en":"pc","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"D415","cost":"1120","floor_price":"1640","group":"柜架","id":"ed5563bf-cdf8-5b7b-b4b3-b5aaf6401dc4","kind":"standard","list_price":"1890","name":"餐边柜 胡桃木","name_en":"Sideboard, walnut","order_multiple":null,"price_unit":1,"readings":"canbianguihutaomu cbghtm","sales_unit":"","spec":"1500×420×850","tax_rate":"0.13","unit":"台","unit_en":"pc","units":[]},{"active":true,"barcodes":[{"barcode":"6904102002334","unit":"个"}],"brand":"浦木","code":"D420","cost":"318","floor_price":"480","group":"柜架","id":"052e4bc9-25f4-5885-9f4a-2a8d82179ab8","kind":"standard","list_price":"560","name":"书架 五层","name_en":"Bookshelf, 5 boards","order_multiple":null,"price_unit":1,"readings":"shujiawuceng sjwc","sales_unit":"","spec":"800×300×1800","tax_rate":"0.13","unit":"个","unit_en":"pc","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"D425","cost":"242","floor_price":"368","group":"柜架","id":"5bb78e61-8c0b-59b7-8b0c-d7efc5257399","kind":"standard","list_price":"430","name":"开放式货架 钢木","name_en":"Open rack, steel and wood","order_multiple":null,"price_unit":1,"readings":"kaifangshihuojiagangmu kfshjgm","sales_unit":"","spec":"1000×400×1800","tax_rate":"0.13","unit":"个","unit_en":"pc","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"D430","cost":"180","floor_price":"272","group":"柜架","id":"3c73aedd-a800-5af5-a53d-01672bf3af27","kind":"standard","list_price":"320","name":"床头柜 白蜡木","name_en":"Bedside cabinet, ash","order_multiple":null,"price_unit":1,"readings":"chuangtouguibailamu ctgblm","sales_unit":"","spec":"450×400×500","tax_rate":"0.13","unit":"台","unit_en":"pc","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"D435","cost":"1420","floor_price":"2060","group":"柜架","id":"98d2b0af-a271-5d3b-966c-7a14821ed01e","kind":"standard","list_price":"2380","name":"两门衣柜 橡木","name_en":"Wardrobe, 2 doors, oak","order_multiple":null,"price_unit":1,"readings":"liangmenyiguixiangmu lmygxm","sales_unit":"","spec":"900×600×2100","tax_rate":"0.13","unit":"台","unit_en":"pc","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"D440","cost":"276","floor_price":"418","group":"柜架","id":"e9ed1636-0a47-559d-98fa-e1eed3198347","kind":"standard","list_price":"490","name":"鞋柜 三翻斗","name_en":"Shoe cabinet, 3 flaps","order_multiple":null,"price_unit":1,"readings":"xieguisanfandou xgsfd","sales_unit":"","spec":"800×240×1050","tax_rate":"0.13","unit":"台","unit_en":"pc","units":[]},{"active":true,"barcodes":[{"barcode":"6904102002402","unit":"盏"}],"brand":"暖阁","code":"E510","cost":"118","floor_price":"184","group":"灯具","id":"c0d000d4-f025-576d-93d0-1237a72a1cd3","kind":"standard","list_price":"218","name":"原木吊灯 40","name_en":"Wooden pendant lamp 40","order_multiple":null,"price_unit":1,"readings":"yuanmudiaodeng40 ymdd40","sales_unit":"","spec":"Ø400 E27","tax_rate":"0.13","unit":"盏","unit_en":"pc","units":[]},{"active":true,"barcodes":[],"brand":"暖阁","code":"E512","cost":"162","floor_price":"252","group":"灯具","id":"2a92768f-d6b1-5c16-a069-5e3f31120a46","kind":"standard","list_price":"298","name":"原木吊灯 60","name_en":"Wooden pendant lamp 60","order_multiple":null,"price_unit":1,"readings":"yuanmudiaodeng60 ymdd60","sales_unit":"","spec":"Ø600 E27","tax_rate":"0.13","unit":"盏","unit_en":"pc","units":[]},{"active":true,"barcodes":[],"brand":"暖阁","code":"E515","cost":"196","floor_price":"302","group":"灯具","id":"d126a3a7-fe8e-5fde-b6c2-49bcca65dd55","kind":"standard","list_price":"356","name":"落地灯 亚麻罩","name_en":"Floor lamp, linen shade","order_multiple":null,"price_unit":1,"readings":"luodidengyamazhao lddymz","sales_unit":"","spec":"1550 E27","tax_rate":"0.13","unit":"盏","unit_en":"pc","units":[]},{"active":true,"barcodes":[{"barcode":"6904102002471","unit":"盏"}],"brand":"暖阁","code":"E520","cost":"88","floor_price":"140","group":"灯具","id":"6de18fe7-770c-5733-b8b9-216e4c097fb5","kind":"standard","list_price":"168","name":"台灯 护眼","name_en":"Desk lamp, flicker-free","order_multiple":null,"price_unit":1,"readings":"taidenghuyan tdhy","sales_unit":"","spec":"12 W","tax_rate":"0.13","unit":"盏","unit_en":"pc","units":[]},{"active":true,"barcodes":[{"barcode":"6904102002549","unit":"只"},{"barcode":"6904102002617","unit":"盒"}],"brand":"暖阁","code":"E530","cost":"5.4","floor_price":"9.9","group":"灯具","id":"51181674-a5b9-52bb-9d54-16a8e9e2886c","kind":"standard","list_price":"12.5","name":"LED 灯泡 E27 9 瓦","name_en":"LED bulb E27 9 W","order_multiple":null,"price_unit":1,"readings":"leddengpaoe279wa ldpe279w","sales_unit":"","spec":"9 W 3000 K","tax_rate":"0.13","unit":"只","unit_en":"pc","units":[{"factor":"10","floating":false,"name_en":"box","unit":"盒"}]},{"active":true,"barcodes":[{"barcode":"6904102002686","unit":"盒"}],"brand":"固得","code":"F601","cost":"2.9","floor_price":"5.2","group":"五金配件","id":"2dc89e2a-9625-5923-8458-b5cae546550f","kind":"standard","list_price":"6.8","name":"自攻螺钉 4×40","name_en":"Wood screw 4×40","order_multiple":"100","price_unit":100,"readings":"zigongluoding440 zgld440","sales_unit":"","spec":"4×40 304","tax_rate":"0.13","unit":"只","unit_en":"pc","units":[{"factor":"500","floating":false,"name_en":"box","unit":"盒"}]},{"active":true,"barcodes":[],"brand":"固得","code":"F602","cost":"4.1","floor_price":"7.4","group":"五金配件","id":"a59c170a-63dd-5d96-970d-99ec3b813b36","kind":"standard","list_price":"9.6","name":"自攻螺钉 5×60","name_en":"Wood screw 5×60","order_multiple":"100","price_unit":100,"readings":"zigongluoding560 zgld560","sales_unit":"","spec":"5×60 304","tax_rate":"0.13","unit":"只","unit_en":"pc","units":[{"factor":"200","floating":false,"name_en":"box","unit":"盒"}]},{"active":true,"barcodes":[],"brand":"固得","code":"F605","cost":"8","floor_price":"16","group":"五金配件","id":"987da9d8-2abf-5ba0-ae8d-4ccbebd8d613","kind":"standard","list_price":"21","name":"木榫 8×40","name_en":"Dowel 8×40","order_multiple":"1000","price_unit":1000,"readings":"musun840 ms840","sales_unit":"","spec":"8×40 榉木","tax_rate":"0.13","unit":"只","unit_en":"pc","units":[]},{"active":true,"barcodes":[{"barcode":"6904102002754","unit":"只"}],"brand":"固得","code":"F610","cost":"3.8","floor_price":"6.4","group":"五金配件","id":"6280217c-928c-5e59-bb63-89ea54002bf1","kind":"standard","list_price":"7.9","name":"缓冲铰链 全盖","name_en":"Soft-close hinge, full overlay","order_multiple":null,"price_unit":1,"readings":"huanchongjiaolianquangai hcjlqg","sales_unit":"","spec":"Ø35 110°","tax_rate":"0.13","unit":"只","unit_en":"pc","units":[{"factor":"50","floating":false,"name_en":"box","unit":"盒"}]},{"active":true,"barcodes":[],"brand":"固得","code":"F615","cost":"14.2","floor_price":"23.5","group":"五金配件","id":"df30a2e4-2378-5c38-8f48-0603b2fa9e43","kind":"standard","list_price":"28.5","name":"三节静音滑轨 450","name_en":"Drawer runner 450, silent","order_multiple":null,"price_unit":1,"readings":"sanjiejingyinhuagui450 sjjyhg450","sales_unit":"","spec":"450","tax_rate":"0.13","unit":"副","unit_en":"pair","units":[]},{"active":true,"barcodes":[{"barcode":"6904102002822","unit":"只"}],"brand":"固得","code":"F620","cost":"9.1","floor_price":"15.2","group":"五金配件","id":"492a95b5-b438-5263-989e-ab041e2d633e","kind":"standard","list_price":"18.6","name":"黄铜拉手 128","name_en":"Brass handle 128","order_multiple":null,"price_unit":1,"readings":"huangtonglashou128 htls128","sales_unit":"","spec":"128","tax_rate":"0.13","unit":"只","unit_en":"pc","units":[]},{"active":true,"barcodes":[],"brand":"固得","code":"F625","cost":"1.1","floor_price":"2.4","group":"五金配件","id":"f17b1e3e-b06c-577b-ae53-4675ac6dfdcb","kind":"standard","list_price":"3.2","name":"桌脚调节垫","name_en":"Levelling foot","order_multiple":null,"price_unit":1,"readings":"zhuojiaotiaojiedian zjtjd zhuojiaodiaojiedian zjdjd","sales_unit":"","spec":"M8×30","tax_rate":"0.13","unit":"只","unit_en":"pc","units":[{"factor":"20","floating":false,"name_en":"pack","unit":"包"}]},{"active":true,"barcodes":[],"brand":"固得","code":"F630","cost":"5.5","floor_price":"11.5","group":"五金配件","id":"e917bf71-ef62-5a21-83e4-db497bebe2c9","kind":"standard","list_price":"15","name":"毛毡垫 25","name_en":"Felt pad 25","order_multiple":"50","price_unit":100,"readings":"maozhandian25 mzd25","sales_unit":"","spec":"Ø25","tax_rate":"0.13","unit":"片","unit_en":"pc","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"F640","cost":"33","floor_price":"53","group":"五金配件","id":"e76556c9-1e3c-5843-81f4-5075a23ab1bb","kind":"standard","list_price":"64","name":"实木桌腿 720","name_en":"Solid wood leg 720","order_multiple":null,"price_unit":1,"readings":"shimuzhuotui720 smzt720","sales_unit":"","spec":"55×55×720","tax_rate":"0.13","unit":"根","unit_en":"pc","units":[{"factor":"4","floating":false,"name_en":"set of 4","unit":"套"}]},{"active":true,"barcodes":[],"brand":"浦木","code":"G710","cost":"214","floor_price":"318","group":"板材布料","id":"f88c41b7-54e5-58a5-8d00-b5c47ba1c7a5","kind":"standard","list_price":"368","name":"橡木直拼板 20 毫米","name_en":"Oak board, 20 mm","order_multiple":null,"price_unit":1,"readings":"xiangmuzhipinban20haomi xmzpb20hm","sales_unit":"","spec":"20 mm AB","tax_rate":"0.13","unit":"平方米","unit_en":"m²","units":[{"factor":"2.977","floating":true,"name_en":"sheet","unit":"张"}]},{"active":true,"barcodes":[],"brand":"浦木","code":"G712","cost":"172","floor_price":"258","group":"板材布料","id":"e60b75cb-d917-59a2-98c9-8eaf0fba8468","kind":"standard","list_price":"298","name":"白蜡木直拼板 20 毫米","name_en":"Ash board, 20 mm","order_multiple":null,"price_unit":1,"readings":"bailamuzhipinban20haomi blmzpb20hm","sales_unit":"","spec":"20 mm AB","tax_rate":"0.13","unit":"平方米","unit_en":"m²","units":[{"factor":"2.977","floating":true,"name_en":"sheet","unit":"张"}]},{"active":true,"barcodes":[],"brand":"素织","code":"G720","cost":"30","floor_price":"49","group":"板材布料","id":"d24b940e-b7df-5228-883a-e54ddea210d5","kind":"standard","list_price":"58","name":"棉麻布 灰","name_en":"Cotton-linen cloth, grey","order_multiple":null,"price_unit":1,"readings":"mianmabuhui mmbh","sales_unit":"","spec":"幅宽 1.45 m","tax_rate":"0.13","unit":"米","unit_en":"m","units":[{"factor":"50","floating":true,"name_en":"roll","unit":"卷"}]},{"active":true,"barcodes":[],"brand":"素织","code":"G721","cost":"30","floor_price":"49","group":"板材布料","id":"fcbc7813-8d6a-546d-8771-9e323f52f35a","kind":"standard","list_price":"58","name":"棉麻布 墨绿","name_en":"Cotton-linen cloth, dark green","order_multiple":null,"price_unit":1,"readings":"mianmabumolv mmbml","sales_unit":"","spec":"幅宽 1.45 m","tax_rate":"0.13","unit":"米","unit_en":"m","units":[{"factor":"50","floating":true,"name_en":"roll","unit":"卷"}]},{"active":true,"barcodes":[],"brand":"素织","code":"G725","cost":"14.5","floor_price":"22","group":"板材布料","id":"fef851ef-bf6e-5847-9187-5766a1b567bc","kind":"standard","list_price":"26","name":"头层牛皮 棕","name_en":"Full-grain leather, brown","order_multiple":null,"price_unit":1,"readings":"toucengniupizong tcnpz","sales_unit":"","spec":"1.2-1.4 mm","tax_rate":"0.13","unit":"平方尺","unit_en":"sq ft","units":[{"factor":"48","floating":true,"name_en":"hide","unit":"张"}]},{"active":true,"barcodes":[],"brand":"素织","code":"G730","cost":"38","floor_price":"62","group":"板材布料","id":"0821b355-013b-5903-97e1-00efdd38a052","kind":"standard","list_price":"74","name":"高回弹海绵 50 毫米","name_en":"Resilient foam, 50 mm","order_multiple":null,"price_unit":1,"readings":"gaohuitanhaimian50haomi ghthm50hm gaohuidanhaimian50haomi ghdhm50hm","sales_unit":"","spec":"1000×2000×50","tax_rate":"0.13","unit":"张","unit_en":"sheet","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"H810","cost":"980","floor_price":"1450","group":"定制与成套","id":"ae506110-7275-5255-ad51-c0d53bda97d7","kind":"custom","list_price":"1680","name":"定制橡木餐桌","name_en":"Oak table, made to measure","order_multiple":null,"price_unit":1,"readings":"dingzhixiangmucanzhuo dzxmcz","sales_unit":"","spec":"按图","tax_rate":"0.13","unit":"张","unit_en":"pc","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"H815","cost":"1740","floor_price":"2560","group":"定制与成套","id":"81b194c0-c5a1-5a5e-b48f-e0594eab8714","kind":"custom","list_price":"2960","name":"定制书柜","name_en":"Bookcase, made to measure","order_multiple":null,"price_unit":1,"readings":"dingzhishugui dzsg","sales_unit":"","spec":"按图","tax_rate":"0.13","unit":"平方米","unit_en":"m²","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"H820","cost":"3420","floor_price":"5050","group":"定制与成套","id":"01a64568-ed67-54f8-be3a-c6c84b19e55c","kind":"custom","list_price":"5800","name":"定制布艺沙发","name_en":"Fabric sofa, made to measure","order_multiple":null,"price_unit":1,"readings":"dingzhibuyishafa dzbysf","sales_unit":"","spec":"按图","tax_rate":"0.13","unit":"套","unit_en":"set","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"H830","cost":"8","floor_price":"20","group":"定制与成套","id":"c04981e5-3a98-53c0-acbe-408dfa77f291","kind":"custom","list_price":"30","name":"激光刻字","name_en":"Laser engraving","order_multiple":null,"price_unit":1,"readings":"jiguangkezi jgkz","sales_unit":"","spec":"40 mm 以内","tax_rate":"0.13","unit":"次","unit_en":"job","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"K905","cost":"824","floor_price":"1190","group":"定制与成套","id":"b2349bf4-fd51-50a9-80d8-aaa98a6fb941","kind":"bundle","list_price":"1390","name":"四人餐桌套装","name_en":"Dining set for four","order_multiple":null,"price_unit":1,"readings":"sirencanzhuotaozhuang srcztz","sales_unit":"","spec":"A105 + 4 × B210","tax_rate":"0.13","unit":"套","unit_en":"set","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"K906","cost":"1108","floor_price":"1590","group":"定制与成套","id":"930046c4-0a49-5692-9417-4f227f703715","kind":"bundle","list_price":"1860","name":"六人餐桌套装","name_en":"Dining set for six","order_multiple":null,"price_unit":1,"readings":"liurencanzhuotaozhuang lrcztz lurencanzhuotaozhuang","sales_unit":"","spec":"A107 + 6 × B210","tax_rate":"0.13","unit":"套","unit_en":"set","units":[]},{"active":true,"barcodes":[],"brand":"浦木","code":"K910","cost":"760","floor_price":"1100","group":"定制与成套","id":"6bde1403-9162-57d1-b06a-a8bced7ab2ed","kind":"bundle","list_price":"1280","name":"书房套装","name_en":"Study set","order_multiple":null,"price_unit":1,"readings":"shufangtaozhuang sftz","sales_unit":"","spec":"A120 + B230 + E520","tax_rate":"0.13","unit":"套","unit_en":"set","units":[]},{"active":true,"barcodes":[{"barcode":"6904102002891","unit":"套"}],"brand":"浦木","code":"K920","cost":"64","floor_price":"106","group":"定制与成套","id":"f8bfe11d-8d0a-58e3-99ea-60d2e2cf6486","kind":"bundle","list_price":"128","name":"木器养护套装","name_en":"Wood care kit","order_multiple":null,"price_unit":1,"readings":"muqiyanghutaozhuang mqyhtz","sales_unit":"","spec":"C335 + C345 + C350","tax_rate":"0.13","unit":"套","unit_en":"set","units":[]}],"people":[{"code":"lina","department":"华东销售部","id":"b15bdaed-ca37-5b2d-958a-232221fe9194","language":"zh","name":"李娜","name_en":"Li Na","roles":["clerk"]},{"code":"wangfang","department":"渠道销售部","id":"2c37a87a-d330-52b5-ae3a-f340d8eb8929","language":"zh","name":"王芳","name_en":"Wang Fang","roles":["clerk"]},{"code":"zhaoqiang","department":"仓储部","id":"1f17b64b-8abd-5e68-9632-81332b8ac93b","language":"zh","name":"赵强","name_en":"Zhao Qiang","roles":["warehouse"]},{"code":"zhangwei","department":"销售管理","id":"4df98b6b-c009-55a2-8503-df8644fe65cd","language":"zh","name":"张伟","name_en":"Zhang Wei","roles":["manager"]},{"code":"chenjing","department":"财务部","id":"3703c408-c281-52dc-8a15-5c81374cb36c","language":"zh","name":"陈静","name_en":"Chen Jing","roles":["finance"]},{"code":"zhoumin","department":"信息部","id":"c4dc0019-ceb5-5f26-9b48-fb7afeaa02bb","language":"zh","name":"周敏","name_en":"Zhou Min","roles":["administrator"]}],"price_lists":[{"allows_breaks":true,"allows_order_discount":true,"allows_promotion":true,"breaks":[{"discount":"0.05","from_quantity":"5000","id":"a1c0dc75-d956-58d7-a7ed-3e35c870cad1","item_id":"2dc89e2a-9625-5923-8458-b5cae546550f","mode":"whole","unit":"","valid_from":null,"valid_to":null},{"discount":"0.09","from_quantity":"20000","id":"10e316fd-1d59-59e8-96f3-12cbcae4251c","item_id":"2dc89e2a-9625-5923-8458-b5cae546550f","mode":"whole","unit":"","valid_from":null,"valid_to":null},{"discount":"0.04","from_quantity":"60","id":"d5912982-e479-571b-aa07-2097bc57210f","item_id":"a2364ff9-4687-5950-a14e-0b33fc798f29","mode":"whole","unit":"","valid_from":null,"valid_to":null},{"discount":"0.06","from_quantity":"100","id":"5b48cf54-6e43-530c-99ae-a2e945e59aa7","item_id":"d24b940e-b7df-5228-883a-e54ddea210d5","mode":"above","unit":"","valid_from":null,"valid_to":null},{"discount":"0.08","from_quantity":"100","id":"456421d6-632f-5d17-ad22-bbfdd85de447","item_id":"51181674-a5b9-52bb-9d54-16a8e9e2886c","mode":"whole","unit":"","valid_from":null,"valid_to":null}],"code":"STD-2026","currency":"CNY","customer_id":null,"id":"436906d7-fb14-51e7-9c1e-a038074ba982","name":"标准价 2026","prices":[{"id":"4a1099e8-ef67-54fc-b034-00e1dee65306","item_id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","price":"880","unit":"","valid_from":null,"valid_to":null},{"id":"7a52be8c-1565-5a1c-abba-e25160818550","item_id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","price":"1080","unit":"","valid_from":null,"valid_to":null},{"id":"2914194e-83e6-5f8a-8375-cdc74caa9bea","item_id":"51dc4cf1-444a-5cca-9b5e-5f82484fd703","price":"960","unit":"","valid_from":null,"valid_to":null},{"id":"b2e1914b-023c-54d8-a13e-f8171b3ccfda","item_id":"8999b8be-aac8-576a-aaa9-43c2fcc95e55","price":"1560","unit":"","valid_from":null,"valid_to":null},{"id":"26693993-fe15-5baf-8148-bb154c999a98","item_id":"8abb4901-c9f3-506c-ac25-c0c12a2caef7","price":"720","unit":"","valid_from":null,"valid_to":null},{"id":"ab64019b-49a3-5a08-bc8e-d169219570bb","item_id":"a5c4aa30-82e7-5a33-b7f6-89309c225961","price":"820","unit":"","valid_from":null,"valid_to":null},{"id":"8c82007e-091e-580a-8b81-c2a199f39e6a","item_id":"5050517e-ec6a-57cc-a643-ae465e2148ac","price":"690","unit":"","valid_from":null,"valid_to":null},{"id":"352b1a3d-020b-5c16-ab7d-22d721f689b6","item_id":"1d51c50a-f42b-51b3-b7b6-9aa4c7569170","price":"290","unit":"","valid_from":null,"valid_to":null},{"id":"b25f1386-f19d-5210-8a43-24278fbcb206","item_id":"79bc4bfb-2525-5b8c-8110-ebfaae0ea41b","price":"1480","unit":"","valid_from":null,"valid_to":null},{"id":"b330bbbf-6c94-5833-b361-c724700d01d7","item_id":"702b7cae-f5aa-560e-8904-157a59d1542b","price":"142","unit":"","valid_from":null,"valid_to":null},{"id":"98cd36e3-394e-53df-be91-5f2cfbdfe7c4","item_id":"a396fbe5-9942-5413-879c-42619b3fea36","price":"142","unit":"","valid_from":null,"valid_to":null},{"id":"de95b463-6669-5fa7-92ef-cf926b3c2162","item_id":"8df9e70a-f476-518c-8a40-8e4f20d1fb21","price":"142","unit":"","valid_from":null,"valid_to":null},{"id":"255a743b-fa0a-5cc0-afad-c928d9a376fa","item_id":"a5156714-a042-5160-bb73-cf659186cef6","price":"236","unit":"","valid_from":null,"valid_to":null},{"id":"7a97c730-6902-5688-b342-4d4e5d6b062d","item_id":"26a8dfef-d7e1-56a0-a646-f9fa78e928b4","price":"268","unit":"","valid_from":null,"valid_to":null},{"id":"2feaef7f-1a65-5ea7-b535-d193e523f2ee","item_id":"92c790b8-56ae-504a-9fe6-ad65bd853a6f","price":"398","unit":"","valid_from":null,"valid_to":null},{"id":"d7ca4069-1e59-51b7-88a3-65f0b4b0d5dc","item_id":"a2364ff9-4687-5950-a14e-0b33fc798f29","price":"68","unit":"","valid_from":null,"valid_to":null},{"id":"edbca781-c6a4-5e46-b354-b03c1a3d3c3b","item_id":"bab02613-7a19-5b54-9229-d910019760a6","price":"186","unit":"","valid_from":null,"valid_to":null},{"id":"044f9416-5f2c-56b8-bd1c-759c0f3db08a","item_id":"92c8a14f-711e-5c54-bec1-7f392dbf3285","price":"328","unit":"","valid_from":null,"valid_to":null},{"id":"8326f6fa-eaa6-54f3-9418-2a01f3fe8260","item_id":"5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17","price":"52","unit":"","valid_from":null,"valid_to":null},{"id":"148ba8f2-88c9-50e6-8cc2-17ecd4ca602e","item_id":"d1510b77-5121-5fe9-a6d2-3291d36ebd6c","price":"228","unit":"","valid_from":null,"valid_to":null},{"id":"31c8a351-958f-51bf-82ba-4e37ff1c4456","item_id":"c59d73f4-e3db-5825-983f-d6ec8b061ef2","price":"78","unit":"","valid_from":null,"valid_to":null},{"id":"5b9cb44f-3be3-59a9-a071-32835d841bfa","item_id":"ba211372-5689-50b2-8507-c3f5fd94cddf","price":"82","unit":"","valid_from":null,"valid_to":null},{"id":"b78066c5-f3f4-56fc-8245-6c17885c1e4c","item_id":"04dcdd7c-bd0a-5e32-84a0-1605013b9a23","price":"46","unit":"","valid_from":null,"valid_to":null},{"id":"8109861f-a070-5bb2-a364-4c2a0d78accb","item_id":"d8b93d09-3f41-5c15-a475-51f4d702bda0","price":"9.8","unit":"","valid_from":null,"valid_to":null},{"id":"88915d1b-f637-52a0-b52f-c4f736069bb5","item_id":"fa1d7f35-604e-5e50-9f4c-2c39d317fa32","price":"36","unit":"","valid_from":null,"valid_to":null},{"id":"432132e8-d257-5bfd-93ef-56e7e5aeab24","item_id":"931b464f-dab5-5b9c-9fab-3d59a4ef6ac6","price":"1380","unit":"","valid_from":null,"valid_to":null},{"id":"b9c197b4-315b-5a37-9c0b-f7b08a8e690e","item_id":"569568e3-8be3-5a5b-987f-a34b7d5fdf6d","price":"1260","unit":"","valid_from":null,"valid_to":null},{"id":"bbbad98b-237c-5577-a1c9-b2049962fc15","item_id":"ed5563bf-cdf8-5b7b-b4b3-b5aaf6401dc4","price":"1890","unit":"","valid_from":null,"valid_to":null},{"id":"dd9d3348-dc1e-5714-bfb8-2dcad8c332a4","item_id":"052e4bc9-25f4-5885-9f4a-2a8d82179ab8","price":"560","unit":"","valid_from":null,"valid_to":null},{"id":"45987907-a8c2-512d-a60b-692a6abc88db","item_id":"5bb78e61-8c0b-59b7-8b0c-d7efc5257399","price":"430","unit":"","valid_from":null,"valid_to":null},{"id":"825323a0-b2c9-50ec-8daf-8754ee82b9cd","item_id":"3c73aedd-a800-5af5-a53d-01672bf3af27","price":"320","unit":"","valid_from":null,"valid_to":null},{"id":"b3950b34-e44a-59a4-b1fa-daa68821fdd3","item_id":"98d2b0af-a271-5d3b-966c-7a14821ed01e","price":"2380","unit":"","valid_from":null,"valid_to":null},{"id":"7430bd16-fe6b-53cb-bd91-4fcd3f147940","item_id":"e9ed1636-0a47-559d-98fa-e1eed3198347","price":"490","unit":"","valid_from":null,"valid_to":null},{"id":"bddd517f-07ab-57f3-a50f-738481e8d18e","item_id":"c0d000d4-f025-576d-93d0-1237a72a1cd3","price":"218","unit":"","valid_from":null,"valid_to":null},{"id":"31b41329-726b-5a21-9d17-3963dde28efe","item_id":"2a92768f-d6b1-5c16-a069-5e3f31120a46","price":"298","unit":"","valid_from":null,"valid_to":null},{"id":"b8f6c23f-9615-5be9-8962-b2cf5672e7e1","item_id":"d126a3a7-fe8e-5fde-b6c2-49bcca65dd55","price":"356","unit":"","valid_from":null,"valid_to":null},{"id":"eba4ce50-5fc6-560a-b7df-35003759d39c","item_id":"6de18fe7-770c-5733-b8b9-216e4c097fb5","price":"168","unit":"","valid_from":null,"valid_to":null},{"id":"96583acd-4ea0-5f25-b21c-cbb52083e4c4","item_id":"51181674-a5b9-52bb-9d54-16a8e9e2886c","price":"12.5","unit":"","valid_from":null,"valid_to":null},{"id":"2b117d16-b282-593a-a810-27ee4e851cc1","item_id":"2dc89e2a-9625-5923-8458-b5cae546550f","price":"6.8","unit":"","valid_from":null,"valid_to":null},{"id":"bba77338-0ddd-528e-8e43-79bbba8f7cc5","item_id":"a59c170a-63dd-5d96-970d-99ec3b813b36","price":"9.6","unit":"","valid_from":null,"valid_to":null},{"id":"1fbaa88d-f352-56e3-b732-bb114d5a1485","item_id":"987da9d8-2abf-5ba0-ae8d-4ccbebd8d613","price":"21","unit":"","valid_from":null,"valid_to":null},{"id":"6d8a4ea9-abdd-50ef-980b-a30a16656226","item_id":"6280217c-928c-5e59-bb63-89ea54002bf1","price":"7.9","unit":"","valid_from":null,"valid_to":null},{"id":"7afc8418-2e65-5f93-934a-c704e97eb1ea","item_id":"df30a2e4-2378-5c38-8f48-0603b2fa9e43","price":"28.5","unit":"","valid_from":null,"valid_to":null},{"id":"dee3331e-d5c6-59c9-822d-ef3bcda71ff8","item_id":"492a95b5-b438-5263-989e-ab041e2d633e","price":"18.6","unit":"","valid_from":null,"valid_to":null},{"id":"9969a6db-beca-52bb-b743-cfb69b9092c3","item_id":"f17b1e3e-b06c-577b-ae53-4675ac6dfdcb","price":"3.2","unit":"","valid_from":null,"valid_to":null},{"id":"6a644aa9-41c5-5592-a0c9-6ccaf03366f6","item_id":"e917bf71-ef62-5a21-83e4-db497bebe2c9","price":"15","unit":"","valid_from":null,"valid_to":null},{"id":"754bcff2-b6d7-5abe-a9c6-1d63634c3c3d","item_id":"e76556c9-1e3c-5843-81f4-5075a23ab1bb","price":"64","unit":"","valid_from":null,"valid_to":null},{"id":"3522caaf-2e31-5fc8-88a7-f22f7c22a68b","item_id":"f88c41b7-54e5-58a5-8d00-b5c47ba1c7a5","price":"368","unit":"","valid_from":null,"valid_to":null},{"id":"0734d63b-53aa-583a-bcb0-11307f7df464","item_id":"e60b75cb-d917-59a2-98c9-8eaf0fba8468","price":"298","unit":"","valid_from":null,"valid_to":null},{"id":"0f45e603-7527-5bdb-a1d2-049309acb92e","item_id":"d24b940e-b7df-5228-883a-e54ddea210d5","price":"58","unit":"","valid_from":null,"valid_to":null},{"id":"9422461c-a11b-581d-8159-835856989655","item_id":"fcbc7813-8d6a-546d-8771-9e323f52f35a","price":"58","unit":"","valid_from":null,"valid_to":null},{"id":"c3aaecaf-0767-5ed9-a8a7-ac27a98db6e0","item_id":"fef851ef-bf6e-5847-9187-5766a1b567bc","price":"26","unit":"","valid_from":null,"valid_to":null},{"id":"9f52873f-d48c-5431-b9a2-5c1063f4dcb8","item_id":"0821b355-013b-5903-97e1-00efdd38a052","price":"74","unit":"","valid_from":null,"valid_to":null},{"id":"8fde503e-a885-584e-b5ce-0ccd67544f04","item_id":"ae506110-7275-5255-ad51-c0d53bda97d7","price":"1680","unit":"","valid_from":null,"valid_to":null},{"id":"63001a06-1191-5391-965e-419f40f80eeb","item_id":"81b194c0-c5a1-5a5e-b48f-e0594eab8714","price":"2960","unit":"","valid_from":null,"valid_to":null},{"id":"a4d0843d-e689-50b6-a347-d2036e841f7f","item_id":"01a64568-ed67-54f8-be3a-c6c84b19e55c","price":"5800","unit":"","valid_from":null,"valid_to":null},{"id":"32f25c32-501d-5add-b479-62961ae4035e","item_id":"c04981e5-3a98-53c0-acbe-408dfa77f291","price":"30","unit":"","valid_from":null,"valid_to":null},{"id":"c48a738a-5bce-5e4d-83e2-8c6f5e24a727","item_id":"b2349bf4-fd51-50a9-80d8-aaa98a6fb941","price":"1390","unit":"","valid_from":null,"valid_to":null},{"id":"440eb3ef-6f96-5621-8f29-88016befcf96","item_id":"930046c4-0a49-5692-9417-4f227f703715","price":"1860","unit":"","valid_from":null,"valid_to":null},{"id":"ad210da1-9bf1-5863-8129-2f2d20799f17","item_id":"6bde1403-9162-57d1-b06a-a8bced7ab2ed","price":"1280","unit":"","valid_from":null,"valid_to":null},{"id":"85994ca7-5e04-553b-adbf-32b06301bc12","item_id":"f8bfe11d-8d0a-58e3-99ea-60d2e2cf6486","price":"128","unit":"","valid_from":null,"valid_to":null}],"prices_include_tax":true,"source":"list","tier":"","valid_from":null,"valid_to":null},{"allows_breaks":true,"allows_order_discount":true,"allows_promotion":true,"breaks":[{"discount":"0.035","from_quantity":"48","id":"ab78e9c6-bef2-504b-be83-626eac535fa6","item_id":"702b7cae-f5aa-560e-8904-157a59d1542b","mode":"whole","unit":"","valid_from":null,"valid_to":null},{"discount":"0.035","from_quantity":"48","id":"03f957ea-a94e-5b8c-a8eb-40d9c7a2be9c","item_id":"a396fbe5-9942-5413-879c-42619b3fea36","mode":"whole","unit":"","valid_from":null,"valid_to":null},{"discount":"0.035","from_quantity":"48","id":"f25db7d6-ee3d-5be0-a697-e464cf1f8e46","item_id":"8df9e70a-f476-518c-8a40-8e4f20d1fb21","mode":"whole","unit":"","valid_from":null,"valid_to":null}],"code":"TIER-VIP","currency":"CNY","customer_id":null,"id":"19aaf62b-1597-5619-879b-d7f0ecdf9b73","name":"VIP 价","prices":[{"id":"5c3c2fa9-7e08-51c4-be24-bfe2746adea3","item_id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","price":"827","unit":"","valid_from":null,"valid_to":null},{"id":"c1e0b827-bba3-5f6b-aea8-cf0815360f6c","item_id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","price":"1015","unit":"","valid_from":null,"valid_to":null},{"id":"925d9f78-4dd2-57e8-99fa-73a944195a12","item_id":"51dc4cf1-444a-5cca-9b5e-5f82484fd703","price":"902.5","unit":"","valid_from":null,"valid_to":null},{"id":"18df534e-3c51-59a2-8620-d191c149da43","item_id":"8999b8be-aac8-576a-aaa9-43c2fcc95e55","price":"1466.5","unit":"","valid_from":null,"valid_to":null},{"id":"78b7edf4-fd66-5b69-8c14-73459bb0a798","item_id":"8abb4901-c9f3-506c-ac25-c0c12a2caef7","price":"677","unit":"","valid_from":null,"valid_to":null},{"id":"6a73a467-44e1-593e-bd08-70dffcc769ed","item_id":"a5c4aa30-82e7-5a33-b7f6-89309c225961","price":"771","unit":"","valid_from":null,"valid_to":null},{"id":"1279044d-499c-510f-9d18-8ca7088f2447","item_id":"5050517e-ec6a-57cc-a643-ae465e2148ac","price":"648.5","unit":"","valid_from":null,"valid_to":null},{"id":"63b3fcfb-1408-59c6-8fa3-3c4b44199d21","item_id":"1d51c50a-f42b-51b3-b7b6-9aa4c7569170","price":"272.5","unit":"","valid_from":null,"valid_to":null},{"id":"dc8d69a9-fe14-5f63-acd2-86fba5edd22f","item_id":"79bc4bfb-2525-5b8c-8110-ebfaae0ea41b","price":"1391","unit":"","valid_from":null,"valid_to":null},{"id":"86eb734d-afc8-5587-9a6f-b74215f6a3de","item_id":"702b7cae-f5aa-560e-8904-157a59d1542b","price":"133.5","unit":"","valid_from":null,"valid_to":null},{"id":"e6d88f30-c0d3-5a55-a238-76f5d81c109b","item_id":"a396fbe5-9942-5413-879c-42619b3fea36","price":"133.5","unit":"","valid_from":null,"valid_to":null},{"id":"d4f25c07-112f-594e-a866-f88cae50235f","item_id":"8df9e70a-f476-518c-8a40-8e4f20d1fb21","price":"133.5","unit":"","valid_from":null,"valid_to":null},{"id":"e0e10f3e-9924-50ca-bad4-dd1c9da5a5dd","item_id":"a5156714-a042-5160-bb73-cf659186cef6","price":"222","unit":"","valid_from":null,"valid_to":null},{"id":"4ffd380b-0935-5c75-8cd3-f2e21341f922","item_id":"26a8dfef-d7e1-56a0-a646-f9fa78e928b4","price":"252","unit":"","valid_from":null,"valid_to":null},{"id":"9fe9a368-471c-512c-a815-b8618aeb3033","item_id":"92c790b8-56ae-504a-9fe6-ad65bd853a6f","price":"374","unit":"","valid_from":null,"valid_to":null},{"id":"861a3571-d67c-5dc9-912c-6fd5c4d8c10b","item_id":"a2364ff9-4687-5950-a14e-0b33fc798f29","price":"63.92","unit":"","valid_from":null,"valid_to":null},{"id":"0d54cb8f-e5e6-5706-b92d-1e62118fb6ac","item_id":"bab02613-7a19-5b54-9229-d910019760a6","price":"175","unit":"","valid_from":null,"valid_to":null},{"id":"cd6c712f-337b-5dd0-87fc-9096852ad858","item_id":"92c8a14f-711e-5c54-bec1-7f392dbf3285","price":"308.5","unit":"","valid_from":null,"valid_to":null},{"id":"7e53a40c-db69-5d2d-9cf4-49cf14549822","item_id":"5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17","price":"48.88","unit":"","valid_from":null,"valid_to":null},{"id":"7dad74e0-981f-538c-8654-dcac0942e9a4","item_id":"d1510b77-5121-5fe9-a6d2-3291d36ebd6c","price":"214.5","unit":"","valid_from":null,"valid_to":null},{"id":"8f3d6df7-3805-51e3-805d-000f69a9bf81","item_id":"c59d73f4-e3db-5825-983f-d6ec8b061ef2","price":"73.32","unit":"","valid_from":null,"valid_to":null},{"id":"b51d958a-abe0-5ed8-a5fe-e7c4c72a9526","item_id":"ba211372-5689-50b2-8507-c3f5fd94cddf","price":"77.08","unit":"","valid_from":null,"valid_to":null},{"id":"d26569cf-e895-5ced-9a16-2a736ad00766","item_id":"04dcdd7c-bd0a-5e32-84a0-1605013b9a23","price":"43.24","unit":"","valid_from":null,"valid_to":null},{"id":"170e59dd-1206-542d-8159-e269571577dc","item_id":"d8b93d09-3f41-5c15-a475-51f4d702bda0","price":"9.21","unit":"","valid_from":null,"valid_to":null},{"id":"ed990f16-e72b-53d9-9800-9e1efe021a21","item_id":"fa1d7f35-604e-5e50-9f4c-2c39d317fa32","price":"33.84","unit":"","valid_from":null,"valid_to":null},{"id":"dd170afb-b2c7-5e1d-9c50-7ca22c4f50e9","item_id":"931b464f-dab5-5b9c-9fab-3d59a4ef6ac6","price":"1297","unit":"","valid_from":null,"valid_to":null},{"id":"b1a4b4e2-00ba-5e81-abb3-5c39a3fa4128","item_id":"569568e3-8be3-5a5b-987f-a34b7d5fdf6d","price":"1184.5","unit":"","valid_from":null,"valid_to":null},{"id":"159c5010-c3c5-521c-a9fe-005e35199c4e","item_id":"ed5563bf-cdf8-5b7b-b4b3-b5aaf6401dc4","price":"1776.5","unit":"","valid_from":null,"valid_to":null},{"id":"00eadf8e-a7b9-5b8b-8a78-83ef461b8450","item_id":"052e4bc9-25f4-5885-9f4a-2a8d82179ab8","price":"526.5","unit":"","valid_from":null,"valid_to":null},{"id":"1faf776f-abf2-5f55-99e9-b9e75f26af73","item_id":"5bb78e61-8c0b-59b7-8b0c-d7efc5257399","price":"404","unit":"","valid_from":null,"valid_to":null},{"id":"d84d4f96-2fb7-5eda-bd3a-63455cc943bd","item_id":"3c73aedd-a800-5af5-a53d-01672bf3af27","price":"301","unit":"","valid_from":null,"valid_to":null},{"id":"b2d3bd33-ba05-5ca8-9bc6-d4a8f5f1b79a","item_id":"98d2b0af-a271-5d3b-966c-7a14821ed01e","price":"2237","unit":"","valid_from":null,"valid_to":null},{"id":"c46d109d-41eb-5343-bdf9-f62a537b17b3","item_id":"e9ed1636-0a47-559d-98fa-e1eed3198347","price":"460.5","unit":"","valid_from":null,"valid_to":null},{"id":"267ded73-7e7b-5bb9-a146-5468b3500b19","item_id":"c0d000d4-f025-576d-93d0-1237a72a1cd3","price":"205","unit":"","valid_from":null,"valid_to":null},{"id":"4c8468a0-0cc2-5e4b-99bd-6146cc2be093","item_id":"2a92768f-d6b1-5c16-a069-5e3f31120a46","price":"280","unit":"","valid_from":null,"valid_to":null},{"id":"7d42d4e2-7091-532c-928c-f193c75f110f","item_id":"d126a3a7-fe8e-5fde-b6c2-49bcca65dd55","price":"334.5","unit":"","valid_from":null,"valid_to":null},{"id":"94ceeeed-ad42-5148-bf7c-926d942a995c","item_id":"6de18fe7-770c-5733-b8b9-216e4c097fb5","price":"158","unit":"","valid_from":null,"valid_to":null},{"id":"071891e2-946f-5f8f-bba9-1a2b744d27a3","item_id":"51181674-a5b9-52bb-9d54-16a8e9e2886c","price":"11.75","unit":"","valid_from":null,"valid_to":null},{"id":"6b5dd2e3-e9a4-5f6d-92da-d4436e004aef","item_id":"2dc89e2a-9625-5923-8458-b5cae546550f","price":"6.39","unit":"","valid_from":null,"valid_to":null},{"id":"befb76b7-bfde-5bb9-99f0-df179e681a30","item_id":"a59c170a-63dd-5d96-970d-99ec3b813b36","price":"9.02","unit":"","valid_from":null,"valid_to":null},{"id":"fb49b9a5-5bbe-581b-8f73-de67429021ed","item_id":"987da9d8-2abf-5ba0-ae8d-4ccbebd8d613","price":"19.74","unit":"","valid_from":null,"valid_to":null},{"id":"8975a62e-8ebf-5b6b-8c7e-e9be44330f75","item_id":"6280217c-928c-5e59-bb63-89ea54002bf1","price":"7.43","unit":"","valid_from":null,"valid_to":null},{"id":"7ce2394c-1db0-575b-99b8-e150fa4f4ba0","item_id":"df30a2e4-2378-5c38-8f48-0603b2fa9e43","price":"26.79","unit":"","valid_from":null,"valid_to":null},{"id":"89b098b8-4ce0-52bc-bfca-d36b6237b281","item_id":"492a95b5-b438-5263-989e-ab041e2d633e","price":"17.48","unit":"","valid_from":null,"valid_to":null},{"id":"d59377e9-5def-5bc8-81e7-1809662189e9","item_id":"f17b1e3e-b06c-577b-ae53-4675ac6dfdcb","price":"3.01","unit":"","valid_from":null,"valid_to":null},{"id":"cfba092c-add7-56e6-b56c-a863e41fe895","item_id":"e917bf71-ef62-5a21-83e4-db497bebe2c9","price":"14.1","unit":"","valid_from":null,"valid_to":null},{"id":"a930482a-453b-5447-ab8b-33baeb34f426","item_id":"e76556c9-1e3c-5843-81f4-5075a23ab1bb","price":"60.16","unit":"","valid_from":null,"valid_to":null},{"id":"6f673664-bbd5-5ca7-b624-c7f0c6d62ff2","item_id":"f88c41b7-54e5-58a5-8d00-b5c47ba1c7a5","price":"346","unit":"","valid_from":null,"valid_to":null},{"id":"78c137b9-8636-54f5-ae6c-0279ef3f04b6","item_id":"e60b75cb-d917-59a2-98c9-8eaf0fba8468","price":"280","unit":"","valid_from":null,"valid_to":null},{"id":"adfdbf12-2c6a-5754-bfc9-b14b8470fac5","item_id":"d24b940e-b7df-5228-883a-e54ddea210d5","price":"54.52","unit":"","valid_from":null,"valid_to":null},{"id":"5132fb12-0ac9-50da-a7a8-bf2d128a8e67","item_id":"fcbc7813-8d6a-546d-8771-9e323f52f35a","price":"54.52","unit":"","valid_from":null,"valid_to":null},{"id":"ffbf22da-fb14-5985-85ca-6dcdcfbbf2fa","item_id":"fef851ef-bf6e-5847-9187-5766a1b567bc","price":"24.44","unit":"","valid_from":null,"valid_to":null},{"id":"91d9d7cf-0911-5f8e-9b99-f0ef723f69ac","item_id":"0821b355-013b-5903-97e1-00efdd38a052","price":"69.56","unit":"","valid_from":null,"valid_to":null},{"id":"ded5a1c0-7d84-5769-8ea1-17c22997abd2","item_id":"b2349bf4-fd51-50a9-80d8-aaa98a6fb941","price":"1306.5","unit":"","valid_from":null,"valid_to":null},{"id":"993d6e33-0247-5d60-a462-1c40ddd0b777","item_id":"930046c4-0a49-5692-9417-4f227f703715","price":"1748.5","unit":"","valid_from":null,"valid_to":null},{"id":"18d64d3d-e80f-5c57-b6f1-130fdff1cf54","item_id":"6bde1403-9162-57d1-b06a-a8bced7ab2ed","price":"1203","unit":"","valid_from":null,"valid_to":null},{"id":"2247f7ca-05c9-53d1-bd89-984c96e80b02","item_id":"f8bfe11d-8d0a-58e3-99ea-60d2e2cf6486","price":"120.5","unit":"","valid_from":null,"valid_to":null}],"prices_include_tax":true,"source":"tier","tier":"vip","valid_from":null,"valid_to":null},{"allows_breaks":true,"allows_order_discount":true,"allows_promotion":true,"breaks":[{"discount":"0.035","from_quantity":"48","id":"d3cfb91b-ec6a-5059-add5-8abc551e82d4","item_id":"702b7cae-f5aa-560e-8904-157a59d1542b","mode":"whole","unit":"","valid_from":null,"valid_to":null},{"discount":"0.035","from_quantity":"48","id":"2800dbbe-e1bf-5ab9-a817-b1f44cb201cb","item_id":"a396fbe5-9942-5413-879c-42619b3fea36","mode":"whole","unit":"","valid_from":null,"valid_to":null},{"discount":"0.035","from_quantity":"48","id":"54d11ba2-6d55-5865-8333-e4efa3347a32","item_id":"8df9e70a-f476-518c-8a40-8e4f20d1fb21","mode":"whole","unit":"","valid_from":null,"valid_to":null}],"code":"TIER-A","currency":"CNY","customer_id":null,"id":"4454bb96-6952-55b5-b769-f0e41123a4f2","name":"A 级价","prices":[{"id":"be4aa5fc-29a5-55ba-b5f9-9b6afb4939ed","item_id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","price":"845","unit":"","valid_from":null,"valid_to":null},{"id":"fbcd5799-7716-511e-a33a-7e32011083fe","item_id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","price":"1037","unit":"","valid_from":null,"valid_to":null},{"id":"e6901eb5-793e-540e-9f55-b36923e6bc5b","item_id":"51dc4cf1-444a-5cca-9b5e-5f82484fd703","price":"921.5","unit":"","valid_from":null,"valid_to":null},{"id":"cd986224-3192-52df-96ee-fc09ea0394ff","item_id":"8999b8be-aac8-576a-aaa9-43c2fcc95e55","price":"1497.5","unit":"","valid_from":null,"valid_to":null},{"id":"2e192f2b-532b-5d37-be95-8a844d0ec890","item_id":"8abb4901-c9f3-506c-ac25-c0c12a2caef7","price":"691","unit":"","valid_from":null,"valid_to":null},{"id":"183310c7-1a00-5819-8670-1fe1f670fae0","item_id":"a5c4aa30-82e7-5a33-b7f6-89309c225961","price":"787","unit":"","valid_from":null,"valid_to":null},{"id":"487c0dad-2788-5d39-a362-b3639db68260","item_id":"5050517e-ec6a-57cc-a643-ae465e2148ac","price":"662.5","unit":"","valid_from":null,"valid_to":null},{"id":"e0c1284b-a4fc-5c66-9f7d-7c82e67b3529","item_id":"1d51c50a-f42b-51b3-b7b6-9aa4c7569170","price":"278.5","unit":"","valid_from":null,"valid_to":null},{"id":"feaaedbd-aea7-5c23-9871-c784779a5e13","item_id":"79bc4bfb-2525-5b8c-8110-ebfaae0ea41b","price":"1421","unit":"","valid_from":null,"valid_to":null},{"id":"9bb2d64d-bf78-500c-898f-4921bea08393","item_id":"702b7cae-f5aa-560e-8904-157a59d1542b","price":"136.5","unit":"","valid_from":null,"valid_to":null},{"id":"97167e6d-01b3-5d20-8789-6cd93a732180","item_id":"a396fbe5-9942-5413-879c-42619b3fea36","price":"136.5","unit":"","valid_from":null,"valid_to":null},{"id":"5b7b45b4-fa93-509d-b4af-aadd2321ed59","item_id":"8df9e70a-f476-518c-8a40-8e4f20d1fb21","price":"136.5","unit":"","valid_from":null,"valid_to":null},{"id":"df2d0558-14df-50da-96b4-ad01dd559c70","item_id":"a5156714-a042-5160-bb73-cf659186cef6","price":"226.5","unit":"","valid_from":null,"valid_to":null},{"id":"1b2c827c-24a9-5971-b412-c8c20492916d","item_id":"26a8dfef-d7e1-56a0-a646-f9fa78e928b4","price":"257.5","unit":"","valid_from":null,"valid_to":null},{"id":"92b4aab6-1206-5d3b-8695-4a4000e5247c","item_id":"92c790b8-56ae-504a-9fe6-ad65bd853a6f","price":"382","unit":"","valid_from":null,"valid_to":null},{"id":"7e620f66-25c2-50f1-8d00-ad77bf16d6f4","item_id":"a2364ff9-4687-5950-a14e-0b33fc798f29","price":"65.28","unit":"","valid_from":null,"valid_to":null},{"id":"fe1d4e49-28f4-5d52-b7e2-ab8731279172","item_id":"bab02613-7a19-5b54-9229-d910019760a6","price":"178.5","unit":"","valid_from":null,"valid_to":null},{"id":"311ec613-b04a-5095-acc5-5c5edf252f8e","item_id":"92c8a14f-711e-5c54-bec1-7f392dbf3285","price":"315","unit":"","valid_from":null,"valid_to":null},{"id":"eb07382f-0cd9-528d-8936-917ba97d1145","item_id":"5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17","price":"49.92","unit":"","valid_from":null,"valid_to":null},{"id":"082e3ccb-375d-571d-b81b-ba184a3cdaf9","item_id":"d1510b77-5121-5fe9-a6d2-3291d36ebd6c","price":"219","unit":"","valid_from":null,"valid_to":null},{"id":"54158e39-671e-5e8a-9010-c5ca028f81a5","item_id":"c59d73f4-e3db-5825-983f-d6ec8b061ef2","price":"74.88","unit":"","valid_from":null,"valid_to":null},{"id":"f3dbfbbc-6ede-5402-9857-19c745345d81","item_id":"ba211372-5689-50b2-8507-c3f5fd94cddf","price":"78.72","unit":"","valid_from":null,"valid_to":null},{"id":"4c389ce1-da73-5290-b8f4-30fc3e8a0413","item_id":"04dcdd7c-bd0a-5e32-84a0-1605013b9a23","price":"44.16","unit":"","valid_from":null,"valid_to":null},{"id":"f5a41c5b-ddc7-5392-9922-d4af6be95639","item_id":"d8b93d09-3f41-5c15-a475-51f4d702bda0","price":"9.41","unit":"","valid_from":null,"valid_to":null},{"id":"00bc7868-4b7f-5abe-84d3-237bdc551e1d","item_id":"fa1d7f35-604e-5e50-9f4c-2c39d317fa32","price":"34.56","unit":"","valid_from":null,"valid_to":null},{"id":"7b9e7cf2-60f1-5f22-b015-f3ecdb071f03","item_id":"931b464f-dab5-5b9c-9fab-3d59a4ef6ac6","price":"1325","unit":"","valid_from":null,"valid_to":null},{"id":"d62d7b58-060f-5d31-a112-634f5ddb68d9","item_id":"569568e3-8be3-5a5b-987f-a34b7d5fdf6d","price":"1209.5","unit":"","valid_from":null,"valid_to":null},{"id":"4282b15b-fad1-534a-b1b2-ef51777912fa","item_id":"ed5563bf-cdf8-5b7b-b4b3-b5aaf6401dc4","price":"1814.5","unit":"","valid_from":null,"valid_to":null},{"id":"1ab66038-2d93-5263-b8b4-1e8dccadbf52","item_id":"052e4bc9-25f4-5885-9f4a-2a8d82179ab8","price":"537.5","unit":"","valid_from":null,"valid_to":null},{"id":"0cf9a42d-8356-5874-9db2-d753483506a3","item_id":"5bb78e61-8c0b-59b7-8b0c-d7efc5257399","price":"413","unit":"","valid_from":null,"valid_to":null},{"id":"cb6f0bff-4744-519c-94e7-c228c27d4b2b","item_id":"3c73aedd-a800-5af5-a53d-01672bf3af27","price":"307","unit":"","valid_from":null,"valid_to":null},{"id":"96715b17-772b-5917-a02d-1ce2c2bdc7a3","item_id":"98d2b0af-a271-5d3b-966c-7a14821ed01e","price":"2285","unit":"","valid_from":null,"valid_to":null},{"id":"5a7ea0fa-ab83-555a-b1a4-cff189bc8ccb","item_id":"e9ed1636-0a47-559d-98fa-e1eed3198347","price":"470.5","unit":"","valid_from":null,"valid_to":null},{"id":"5047992f-bf37-52c8-a33c-4123c2f1cba2","item_id":"c0d000d4-f025-576d-93d0-1237a72a1cd3","price":"209.5","unit":"","valid_from":null,"valid_to":null},{"id":"491f5dde-b14c-5ef7-b1df-6e322825b481","item_id":"2a92768f-d6b1-5c16-a069-5e3f31120a46","price":"286","unit":"","valid_from":null,"valid_to":null},{"id":"09f69508-6932-5f80-acc0-3444028fea35","item_id":"d126a3a7-fe8e-5fde-b6c2-49bcca65dd55","price":"342","unit":"","valid_from":null,"valid_to":null},{"id":"6280ba57-2a3e-5d4c-b495-7b5a976c4109","item_id":"6de18fe7-770c-5733-b8b9-216e4c097fb5","price":"161.5","unit":"","valid_from":null,"valid_to":null},{"id":"4ed020cd-4a1c-5b5d-8246-6f0948d11788","item_id":"51181674-a5b9-52bb-9d54-16a8e9e2886c","price":"12","unit":"","valid_from":null,"valid_to":null},{"id":"c5c8dbd3-ae89-5862-ae22-20dc6bd5aa12","item_id":"2dc89e2a-9625-5923-8458-b5cae546550f","price":"6.53","unit":"","valid_from":null,"valid_to":null},{"id":"f2f11758-4043-5505-860e-5d60fb78e855","item_id":"a59c170a-63dd-5d96-970d-99ec3b813b36","price":"9.22","unit":"","valid_from":null,"valid_to":null},{"id":"69b838f8-8e33-5b82-9469-56f901280b29","item_id":"987da9d8-2abf-5ba0-ae8d-4ccbebd8d613","price":"20.16","unit":"","valid_from":null,"valid_to":null},{"id":"1b0e095b-573d-5723-aabd-0c5aa19a469c","item_id":"6280217c-928c-5e59-bb63-89ea54002bf1","price":"7.58","unit":"","valid_from":null,"valid_to":null},{"id":"e7ece79c-a036-5d2f-a149-474f6e3e9392","item_id":"df30a2e4-2378-5c38-8f48-0603b2fa9e43","price":"27.36","unit":"","valid_from":null,"valid_to":null},{"id":"73d1b56b-ad35-5118-aa30-169f68384bba","item_id":"492a95b5-b438-5263-989e-ab041e2d633e","price":"17.86","unit":"","valid_from":null,"valid_to":null},{"id":"e8aea0c2-09e0-53c6-aa0b-7f0167420553","item_id":"f17b1e3e-b06c-577b-ae53-4675ac6dfdcb","price":"3.07","unit":"","valid_from":null,"valid_to":null},{"id":"67df4b0d-52d8-5bb5-a5ea-326830d20613","item_id":"e917bf71-ef62-5a21-83e4-db497bebe2c9","price":"14.4","unit":"","valid_from":null,"valid_to":null},{"id":"8eb46fef-1309-579b-8693-fe68466ab417","item_id":"e76556c9-1e3c-5843-81f4-5075a23ab1bb","price":"61.44","unit":"","valid_from":null,"valid_to":null},{"id":"9f780ebc-4129-5aad-ad40-10c93f69959d","item_id":"f88c41b7-54e5-58a5-8d00-b5c47ba1c7a5","price":"353.5","unit":"","valid_from":null,"valid_to":null},{"id":"107cce1b-c82e-5c25-9d9a-82bfefcee730","item_id":"e60b75cb-d917-59a2-98c9-8eaf0fba8468","price":"286","unit":"","valid_from":null,"valid_to":null},{"id":"747c19a9-c74b-5477-a03a-72fe6a765c2e","item_id":"d24b940e-b7df-5228-883a-e54ddea210d5","price":"55.68","unit":"","valid_from":null,"valid_to":null},{"id":"658b553e-ca66-5232-8d02-c68639487e51","item_id":"fcbc7813-8d6a-546d-8771-9e323f52f35a","price":"55.68","unit":"","valid_from":null,"valid_to":null},{"id":"813c5220-87a7-5952-836a-38bc2f0df98f","item_id":"fef851ef-bf6e-5847-9187-5766a1b567bc","price":"24.96","unit":"","valid_from":null,"valid_to":null},{"id":"3d75f5bb-7c8f-5b05-b4fa-ab52a604c15e","item_id":"0821b355-013b-5903-97e1-00efdd38a052","price":"71.04","unit":"","valid_from":null,"valid_to":null},{"id":"ac6adc1b-3248-56af-9075-bf4e95121907","item_id":"b2349bf4-fd51-50a9-80d8-aaa98a6fb941","price":"1334.5","unit":"","valid_from":null,"valid_to":null},{"id":"7185d668-3099-5d31-9a93-df0a0aeff834","item_id":"930046c4-0a49-5692-9417-4f227f703715","price":"1785.5","unit":"","valid_from":null,"valid_to":null},{"id":"0daf10ae-b992-5ddc-8e11-9c2eab6f5a55","item_id":"6bde1403-9162-57d1-b06a-a8bced7ab2ed","price":"1229","unit":"","valid_from":null,"valid_to":null},{"id":"8aa7cdfc-3b70-5aa5-97b2-17a5027083ce","item_id":"f8bfe11d-8d0a-58e3-99ea-60d2e2cf6486","price":"123","unit":"","valid_from":null,"valid_to":null}],"prices_include_tax":true,"source":"tier","tier":"a","valid_from":null,"valid_to":null},{"allows_breaks":true,"allows_order_discount":true,"allows_promotion":true,"breaks":[],"code":"TIER-B","currency":"CNY","customer_id":null,"id":"d7792325-1446-5ba3-bbc3-76a68c6b7555","name":"B 级价","prices":[{"id":"eafabca2-20bd-5d6b-995a-336ad75583ba","item_id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","price":"862.5","unit":"","valid_from":null,"valid_to":null},{"id":"962ac4f9-f2c6-50ea-924d-a6220c103bcd","item_id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","price":"1058.5","unit":"","valid_from":null,"valid_to":null},{"id":"a7a7e0c3-ccd1-5fca-a140-62264729828b","item_id":"51dc4cf1-444a-5cca-9b5e-5f82484fd703","price":"941","unit":"","valid_from":null,"valid_to":null},{"id":"b1da2db7-5b0e-5550-95e1-776831f6b043","item_id":"8999b8be-aac8-576a-aaa9-43c2fcc95e55","price":"1529","unit":"","valid_from":null,"valid_to":null},{"id":"648f904a-283b-5133-800a-68dd11cde536","item_id":"8abb4901-c9f3-506c-ac25-c0c12a2caef7","price":"705.5","unit":"","valid_from":null,"valid_to":null},{"id":"ac62fa73-85ba-5638-8640-2b59f2b2ce05","item_id":"a5c4aa30-82e7-5a33-b7f6-89309c225961","price":"803.5","unit":"","valid_from":null,"valid_to":null},{"id":"9005ed6d-64ff-5cc0-83df-5b95f5de3ecc","item_id":"5050517e-ec6a-57cc-a643-ae465e2148ac","price":"676","unit":"","valid_from":null,"valid_to":null},{"id":"2003796b-0dbd-5cc3-8183-7b92d3d476b0","item_id":"1d51c50a-f42b-51b3-b7b6-9aa4c7569170","price":"284","unit":"","valid_from":null,"valid_to":null},{"id":"1e78530e-31b8-5502-ac85-d2b2ca9c150b","item_id":"79bc4bfb-2525-5b8c-8110-ebfaae0ea41b","price":"1450.5","unit":"","valid_from":null,"valid_to":null},{"id":"fac800f6-c3e5-5d09-9465-88b26fa7df27","item_id":"702b7cae-f5aa-560e-8904-157a59d1542b","price":"139","unit":"","valid_from":null,"valid_to":null},{"id":"90cfcb7b-d3f2-5537-abe6-7015a89f96fc","item_id":"a396fbe5-9942-5413-879c-42619b3fea36","price":"139","unit":"","valid_from":null,"valid_to":null},{"id":"fd31d56a-a2c7-58ae-83d4-a81bea316da1","item_id":"8df9e70a-f476-518c-8a40-8e4f20d1fb21","price":"139","unit":"","valid_from":null,"valid_to":null},{"id":"1c8ab496-7681-5fae-8a3e-d31f0c091888","item_id":"a5156714-a042-5160-bb73-cf659186cef6","price":"231.5","unit":"","valid_from":null,"valid_to":null},{"id":"34ac4707-65f4-525e-817d-8e0bb4a58b37","item_id":"26a8dfef-d7e1-56a0-a646-f9fa78e928b4","price":"262.5","unit":"","valid_from":null,"valid_to":null},{"id":"bbb6e94d-466b-5942-9a09-85992e13d568","item_id":"92c790b8-56ae-504a-9fe6-ad65bd853a6f","price":"390","unit":"","valid_from":null,"valid_to":null},{"id":"5d5e6409-3208-5b18-8b47-28b7a94ab3ed","item_id":"a2364ff9-4687-5950-a14e-0b33fc798f29","price":"66.64","unit":"","valid_from":null,"valid_to":null},{"id":"dd036635-feff-5f1a-b376-b5dfbf34f0bf","item_id":"bab02613-7a19-5b54-9229-d910019760a6","price":"182.5","unit":"","valid_from":null,"valid_to":null},{"id":"811077b5-396a-5223-a48e-aa3d81b33ab0","item_id":"92c8a14f-711e-5c54-bec1-7f392dbf3285","price":"321.5","unit":"","valid_from":null,"valid_to":null},{"id":"e17549cb-519e-5d1c-8531-fcc2a9a9caca","item_id":"5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17","price":"50.96","unit":"","valid_from":null,"valid_to":null},{"id":"f7c1f483-61f9-5f92-8e66-18daf620861f","item_id":"d1510b77-5121-5fe9-a6d2-3291d36ebd6c","price":"223.5","unit":"","valid_from":null,"valid_to":null},{"id":"2229d8dd-5ed2-5878-980f-4e8acf658266","item_id":"c59d73f4-e3db-5825-983f-d6ec8b061ef2","price":"76.44","unit":"","valid_from":null,"valid_to":null},{"id":"101cfd0e-7887-5b18-98bb-3bc3c568bf19","item_id":"ba211372-5689-50b2-8507-c3f5fd94cddf","price":"80.36","unit":"","valid_from":null,"valid_to":null},{"id":"770d6533-376a-5618-b86a-caaa4d3b9597","item_id":"04dcdd7c-bd0a-5e32-84a0-1605013b9a23","price":"45.08","unit":"","valid_from":null,"valid_to":null},{"id":"8293dff1-8f77-5774-9d97-6bb3a155593a","item_id":"d8b93d09-3f41-5c15-a475-51f4d702bda0","price":"9.6","unit":"","valid_from":null,"valid_to":null},{"id":"19ddf031-9a6c-53db-852f-59bcfe890174","item_id":"fa1d7f35-604e-5e50-9f4c-2c39d317fa32","price":"35.28","unit":"","valid_from":null,"valid_to":null},{"id":"f7db88c6-98d3-5064-8c21-5329084a4e0a","item_id":"931b464f-dab5-5b9c-9fab-3d59a4ef6ac6","price":"1352.5","unit":"","valid_from":null,"valid_to":null},{"id":"b5d85d99-f3b2-5477-9684-bcd73734072a","item_id":"569568e3-8be3-5a5b-987f-a34b7d5fdf6d","price":"1235","unit":"","valid_from":null,"valid_to":null},{"id":"cb9e438a-43bc-56c3-8096-1b14cc92c0b4","item_id":"ed5563bf-cdf8-5b7b-b4b3-b5aaf6401dc4","price":"1852","unit":"","valid_from":null,"valid_to":null},{"id":"d66f434f-f07e-5d5d-99c8-44e871e01e74","item_id":"052e4bc9-25f4-5885-9f4a-2a8d82179ab8","price":"549","unit":"","valid_from":null,"valid_to":null},{"id":"fed924f9-80c5-5319-942f-7e42f2f54e20","item_id":"5bb78e61-8c0b-59b7-8b0c-d7efc5257399","price":"421.5","unit":"","valid_from":null,"valid_to":null},{"id":"49c9de5c-396f-5020-af5e-4013fb7d64f7","item_id":"3c73aedd-a800-5af5-a53d-01672bf3af27","price":"313.5","unit":"","valid_from":null,"valid_to":null},{"id":"93601fa5-2916-5b47-a0b3-037b1ab1a540","item_id":"98d2b0af-a271-5d3b-966c-7a14821ed01e","price":"2332.5","unit":"","valid_from":null,"valid_to":null},{"id":"5ae71947-e362-5265-83d6-662355fec8c0","item_id":"e9ed1636-0a47-559d-98fa-e1eed3198347","price":"480","unit":"","valid_from":null,"valid_to":null},{"id":"755306bd-cdff-56bb-9a8a-4602e940e518","item_id":"c0d000d4-f025-576d-93d0-1237a72a1cd3","price":"213.5","unit":"","valid_from":null,"valid_to":null},{"id":"1322c7e6-9e26-537e-8af6-b17acf5f9b9b","item_id":"2a92768f-d6b1-5c16-a069-5e3f31120a46","price":"292","unit":"","valid_from":null,"valid_to":null},{"id":"f09642b2-4119-5d76-b228-416903cdc1ea","item_id":"d126a3a7-fe8e-5fde-b6c2-49bcca65dd55","price":"349","unit":"","valid_from":null,"valid_to":null},{"id":"9dc517c3-ac4e-5c53-80bd-5c5c612cb837","item_id":"6de18fe7-770c-5733-b8b9-216e4c097fb5","price":"164.5","unit":"","valid_from":null,"valid_to":null},{"id":"082aa5b0-8c42-58c0-9eb3-fe709e215065","item_id":"51181674-a5b9-52bb-9d54-16a8e9e2886c","price":"12.25","unit":"","valid_from":null,"valid_to":null},{"id":"4223d178-f7a6-52ce-827e-00558d7bad46","item_id":"2dc89e2a-9625-5923-8458-b5cae546550f","price":"6.66","unit":"","valid_from":null,"valid_to":null},{"id":"39bceb9a-f441-592e-95f3-490c74b5e805","item_id":"a59c170a-63dd-5d96-970d-99ec3b813b36","price":"9.41","unit":"","valid_from":null,"valid_to":null},{"id":"d09f0471-71c2-5e08-bdc6-35639fc8c133","item_id":"987da9d8-2abf-5ba0-ae8d-4ccbebd8d613","price":"20.58","unit":"","valid_from":null,"valid_to":null},{"id":"2170d400-067a-5120-b97c-c75a7dd5e3df","item_id":"6280217c-928c-5e59-bb63-89ea54002bf1","price":"7.74","unit":"","valid_from":null,"valid_to":null},{"id":"7df71f6d-2bd6-54c8-9d88-d57c4985a0da","item_id":"df30a2e4-2378-5c38-8f48-0603b2fa9e43","price":"27.93","unit":"","valid_from":null,"valid_to":null},{"id":"5bf758f4-26e6-5de6-ac38-b022b16b16f2","item_id":"492a95b5-b438-5263-989e-ab041e2d633e","price":"18.23","unit":"","valid_from":null,"valid_to":null},{"id":"b329ded5-ee0e-53fa-bcf8-5938c28ebe32","item_id":"f17b1e3e-b06c-577b-ae53-4675ac6dfdcb","price":"3.14","unit":"","valid_from":null,"valid_to":null},{"id":"0a0cbf39-0873-510b-8420-886914e16ab8","item_id":"e917bf71-ef62-5a21-83e4-db497bebe2c9","price":"14.7","unit":"","valid_from":null,"valid_to":null},{"id":"125c5e4e-ce63-54ab-b4a6-036ced511102","item_id":"e76556c9-1e3c-5843-81f4-5075a23ab1bb","price":"62.72","unit":"","valid_from":null,"valid_to":null},{"id":"fa233d3c-79ed-5621-90c9-cb557f51cbc9","item_id":"f88c41b7-54e5-58a5-8d00-b5c47ba1c7a5","price":"360.5","unit":"","valid_from":null,"valid_to":null},{"id":"0813468b-c3ea-5d92-832e-7220ce0543b5","item_id":"e60b75cb-d917-59a2-98c9-8eaf0fba8468","price":"292","unit":"","valid_from":null,"valid_to":null},{"id":"f411e5cf-fda5-51cd-9e51-fb9b6ee42c86","item_id":"d24b940e-b7df-5228-883a-e54ddea210d5","price":"56.84","unit":"","valid_from":null,"valid_to":null},{"id":"d79f913b-ecdc-5dc4-934e-e3ee69a0f2ef","item_id":"fcbc7813-8d6a-546d-8771-9e323f52f35a","price":"56.84","unit":"","valid_from":null,"valid_to":null},{"id":"e09411ef-0409-511f-b671-305e0b242b04","item_id":"fef851ef-bf6e-5847-9187-5766a1b567bc","price":"25.48","unit":"","valid_from":null,"valid_to":null},{"id":"61947a88-c7a3-5782-aaae-7a9093e18c02","item_id":"0821b355-013b-5903-97e1-00efdd38a052","price":"72.52","unit":"","valid_from":null,"valid_to":null},{"id":"05d243fb-d584-5e3c-bdcd-5060d3aa6c35","item_id":"b2349bf4-fd51-50a9-80d8-aaa98a6fb941","price":"1362","unit":"","valid_from":null,"valid_to":null},{"id":"22bcc97c-b592-5c58-9df8-b715782163ff","item_id":"930046c4-0a49-5692-9417-4f227f703715","price":"1823","unit":"","valid_from":null,"valid_to":null},{"id":"637e8ed5-a4a7-52a2-ac35-c56429da953f","item_id":"6bde1403-9162-57d1-b06a-a8bced7ab2ed","price":"1254.5","unit":"","valid_from":null,"valid_to":null},{"id":"89c54a8d-0dfb-5a21-9ea4-9e6b1e068374","item_id":"f8bfe11d-8d0a-58e3-99ea-60d2e2cf6486","price":"125.5","unit":"","valid_from":null,"valid_to":null}],"prices_include_tax":true,"source":"tier","tier":"b","valid_from":null,"valid_to":null},{"allows_breaks":true,"allows_order_discount":true,"allows_promotion":true,"breaks":[{"discount":"0.03","from_quantity":"100","id":"35f0ff06-2008-5a8a-bccf-af774679c48b","item_id":"702b7cae-f5aa-560e-8904-157a59d1542b","mode":"whole","unit":"","valid_from":null,"valid_to":null}],"code":"AG-HONGDA","currency":"CNY","customer_id":"04dcdd2f-75a6-558d-ae7c-bd63a5b319a3","id":"d3a8d353-5144-5894-9bbe-8551344e9246","name":"宏达年度协议","prices":[{"id":"352967a8-b8a7-5f6d-8c36-59020aee234e","item_id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","price":"798","unit":"","valid_from":null,"valid_to":null},{"id":"9a58dbaf-bd9d-5eb7-b337-b56536287bd8","item_id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","price":"985","unit":"","valid_from":null,"valid_to":null},{"id":"484b7655-ea8c-5bd7-9c3f-125aeff64ad0","item_id":"702b7cae-f5aa-560e-8904-157a59d1542b","price":"124","unit":"","valid_from":null,"valid_to":null},{"id":"6fb3ca15-1338-5a44-a1e5-ea674a429c4a","item_id":"a396fbe5-9942-5413-879c-42619b3fea36","price":"124","unit":"","valid_from":null,"valid_to":null},{"id":"c5aa19d8-1ba3-5821-bb3a-543db684b9c7","item_id":"052e4bc9-25f4-5885-9f4a-2a8d82179ab8","price":"505","unit":"","valid_from":null,"valid_to":null}],"prices_include_tax":true,"source":"agreement","tier":"","valid_from":"2025-11-09","valid_to":"2026-11-09"},{"allows_breaks":true,"allows_order_discount":true,"allows_promotion":true,"breaks":[],"code":"AG-HUADONG-FAIR","currency":"CNY","customer_id":"69ae8c51-1a63-51f1-94bd-6e997dedcea5","id":"fec08126-7479-550b-8c59-b6c3d726cce6","name":"华东家居春季展会价","prices":[{"id":"d53d1979-9aaf-50ac-baec-547cc7de2f59","item_id":"702b7cae-f5aa-560e-8904-157a59d1542b","price":"119","unit":"","valid_from":null,"valid_to":null},{"id":"a1b13933-1ede-5285-9768-92a56ee4523c","item_id":"a396fbe5-9942-5413-879c-42619b3fea36","price":"119","unit":"","valid_from":null,"valid_to":null},{"id":"a166eb5e-0339-5ccc-a4d7-3f95f78494a9","item_id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","price":"799","unit":"","valid_from":null,"valid_to":null}],"prices_include_tax":true,"source":"agreement","tier":"","valid_from":"2025-08-21","valid_to":"2026-02-17"},{"allows_breaks":false,"allows_order_discount":false,"allows_promotion":true,"breaks":[],"code":"AG-LANHAI","currency":"CNY","customer_id":"96b83f13-c50b-5d80-b3be-90d7476c2756","id":"05a565e1-4545-5b4a-aeec-c45212c016df","name":"蓝海酒店项目价","prices":[{"id":"e1aa7750-61e0-5d00-a177-306cba95b3e6","item_id":"3c73aedd-a800-5af5-a53d-01672bf3af27","price":"288","unit":"","valid_from":null,"valid_to":null},{"id":"e5bdd517-b1d6-5f76-bc81-176f2072f90d","item_id":"d126a3a7-fe8e-5fde-b6c2-49bcca65dd55","price":"318","unit":"","valid_from":null,"valid_to":null},{"id":"f0e600f2-c2d1-57b3-afbe-bab8e3e69771","item_id":"92c8a14f-711e-5c54-bec1-7f392dbf3285","price":"298","unit":"","valid_from":null,"valid_to":null}],"prices_include_tax":true,"source":"agreement","tier":"","valid_from":"2026-02-07","valid_to":"2026-08-06"}],"sites":[{"address":"上海市浦东新区康桥东路 1288 号","code":"PD","id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e","name":"浦东仓","name_en":"Pudong","phone":"021-50891290","zone":"Asia/Shanghai"},{"address":"江苏省苏州市吴中区越溪街道 66 号","code":"SZ","id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b","name":"苏州仓","name_en":"Suzhou","phone":"0512-66551290","zone":"Asia/Shanghai"}],"stock":[{"item_id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","quantity":"210","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","quantity":"60","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","quantity":"14","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","quantity":"6","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"51dc4cf1-444a-5cca-9b5e-5f82484fd703","quantity":"22","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"51dc4cf1-444a-5cca-9b5e-5f82484fd703","quantity":"8","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"8999b8be-aac8-576a-aaa9-43c2fcc95e55","quantity":"18","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"8999b8be-aac8-576a-aaa9-43c2fcc95e55","quantity":"0","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"8abb4901-c9f3-506c-ac25-c0c12a2caef7","quantity":"35","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"8abb4901-c9f3-506c-ac25-c0c12a2caef7","quantity":"20","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"a5c4aa30-82e7-5a33-b7f6-89309c225961","quantity":"12","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"a5c4aa30-82e7-5a33-b7f6-89309c225961","quantity":"0","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"5050517e-ec6a-57cc-a643-ae465e2148ac","quantity":"26","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"5050517e-ec6a-57cc-a643-ae465e2148ac","quantity":"10","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"1d51c50a-f42b-51b3-b7b6-9aa4c7569170","quantity":"48","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"1d51c50a-f42b-51b3-b7b6-9aa4c7569170","quantity":"12","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"79bc4bfb-2525-5b8c-8110-ebfaae0ea41b","quantity":"9","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"79bc4bfb-2525-5b8c-8110-ebfaae0ea41b","quantity":"15","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"702b7cae-f5aa-560e-8904-157a59d1542b","quantity":"40","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"702b7cae-f5aa-560e-8904-157a59d1542b","quantity":"30","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"a396fbe5-9942-5413-879c-42619b3fea36","quantity":"19","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"a396fbe5-9942-5413-879c-42619b3fea36","quantity":"24","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"8df9e70a-f476-518c-8a40-8e4f20d1fb21","quantity":"64","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"8df9e70a-f476-518c-8a40-8e4f20d1fb21","quantity":"0","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"a5156714-a042-5160-bb73-cf659186cef6","quantity":"56","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"a5156714-a042-5160-bb73-cf659186cef6","quantity":"20","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"26a8dfef-d7e1-56a0-a646-f9fa78e928b4","quantity":"30","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"26a8dfef-d7e1-56a0-a646-f9fa78e928b4","quantity":"0","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"92c790b8-56ae-504a-9fe6-ad65bd853a6f","quantity":"44","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"92c790b8-56ae-504a-9fe6-ad65bd853a6f","quantity":"36","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"a2364ff9-4687-5950-a14e-0b33fc798f29","quantity":"320","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"a2364ff9-4687-5950-a14e-0b33fc798f29","quantity":"240","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"bab02613-7a19-5b54-9229-d910019760a6","quantity":"27","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"bab02613-7a19-5b54-9229-d910019760a6","quantity":"0","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"92c8a14f-711e-5c54-bec1-7f392dbf3285","quantity":"16","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"92c8a14f-711e-5c54-bec1-7f392dbf3285","quantity":"4","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17","quantity":"20","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17","quantity":"48","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"d1510b77-5121-5fe9-a6d2-3291d36ebd6c","quantity":"24","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"d1510b77-5121-5fe9-a6d2-3291d36ebd6c","quantity":"12","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"c59d73f4-e3db-5825-983f-d6ec8b061ef2","quantity":"66","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"c59d73f4-e3db-5825-983f-d6ec8b061ef2","quantity":"0","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"ba211372-5689-50b2-8507-c3f5fd94cddf","quantity":"41","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"ba211372-5689-50b2-8507-c3f5fd94cddf","quantity":"0","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"04dcdd7c-bd0a-5e32-84a0-1605013b9a23","quantity":"90","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"04dcdd7c-bd0a-5e32-84a0-1605013b9a23","quantity":"30","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"d8b93d09-3f41-5c15-a475-51f4d702bda0","quantity":"800","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"d8b93d09-3f41-5c15-a475-51f4d702bda0","quantity":"400","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"fa1d7f35-604e-5e50-9f4c-2c39d317fa32","quantity":"55","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"fa1d7f35-604e-5e50-9f4c-2c39d317fa32","quantity":"0","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"931b464f-dab5-5b9c-9fab-3d59a4ef6ac6","quantity":"11","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"931b464f-dab5-5b9c-9fab-3d59a4ef6ac6","quantity":"5","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"569568e3-8be3-5a5b-987f-a34b7d5fdf6d","quantity":"8","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"569568e3-8be3-5a5b-987f-a34b7d5fdf6d","quantity":"7","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"ed5563bf-cdf8-5b7b-b4b3-b5aaf6401dc4","quantity":"4","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"ed5563bf-cdf8-5b7b-b4b3-b5aaf6401dc4","quantity":"0","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"052e4bc9-25f4-5885-9f4a-2a8d82179ab8","quantity":"32","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"052e4bc9-25f4-5885-9f4a-2a8d82179ab8","quantity":"18","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"5bb78e61-8c0b-59b7-8b0c-d7efc5257399","quantity":"40","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"5bb78e61-8c0b-59b7-8b0c-d7efc5257399","quantity":"60","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"3c73aedd-a800-5af5-a53d-01672bf3af27","quantity":"29","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"3c73aedd-a800-5af5-a53d-01672bf3af27","quantity":"11","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"98d2b0af-a271-5d3b-966c-7a14821ed01e","quantity":"3","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"98d2b0af-a271-5d3b-966c-7a14821ed01e","quantity":"2","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"e9ed1636-0a47-559d-98fa-e1eed3198347","quantity":"21","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"e9ed1636-0a47-559d-98fa-e1eed3198347","quantity":"0","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"c0d000d4-f025-576d-93d0-1237a72a1cd3","quantity":"38","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"c0d000d4-f025-576d-93d0-1237a72a1cd3","quantity":"0","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"2a92768f-d6b1-5c16-a069-5e3f31120a46","quantity":"17","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"2a92768f-d6b1-5c16-a069-5e3f31120a46","quantity":"0","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"d126a3a7-fe8e-5fde-b6c2-49bcca65dd55","quantity":"13","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"d126a3a7-fe8e-5fde-b6c2-49bcca65dd55","quantity":"6","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"6de18fe7-770c-5733-b8b9-216e4c097fb5","quantity":"75","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"6de18fe7-770c-5733-b8b9-216e4c097fb5","quantity":"25","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"51181674-a5b9-52bb-9d54-16a8e9e2886c","quantity":"600","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"51181674-a5b9-52bb-9d54-16a8e9e2886c","quantity":"300","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"2dc89e2a-9625-5923-8458-b5cae546550f","quantity":"48000","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"2dc89e2a-9625-5923-8458-b5cae546550f","quantity":"20000","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"a59c170a-63dd-5d96-970d-99ec3b813b36","quantity":"22000","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"a59c170a-63dd-5d96-970d-99ec3b813b36","quantity":"0","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"987da9d8-2abf-5ba0-ae8d-4ccbebd8d613","quantity":"60000","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"987da9d8-2abf-5ba0-ae8d-4ccbebd8d613","quantity":"0","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"6280217c-928c-5e59-bb63-89ea54002bf1","quantity":"1200","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"6280217c-928c-5e59-bb63-89ea54002bf1","quantity":"500","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"df30a2e4-2378-5c38-8f48-0603b2fa9e43","quantity":"260","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"df30a2e4-2378-5c38-8f48-0603b2fa9e43","quantity":"140","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"492a95b5-b438-5263-989e-ab041e2d633e","quantity":"410","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"492a95b5-b438-5263-989e-ab041e2d633e","quantity":"0","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"f17b1e3e-b06c-577b-ae53-4675ac6dfdcb","quantity":"3000","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"f17b1e3e-b06c-577b-ae53-4675ac6dfdcb","quantity":"900","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"e917bf71-ef62-5a21-83e4-db497bebe2c9","quantity":"9000","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"e917bf71-ef62-5a21-83e4-db497bebe2c9","quantity":"3000","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"e76556c9-1e3c-5843-81f4-5075a23ab1bb","quantity":"180","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"e76556c9-1e3c-5843-81f4-5075a23ab1bb","quantity":"60","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"f88c41b7-54e5-58a5-8d00-b5c47ba1c7a5","quantity":"140.5","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"f88c41b7-54e5-58a5-8d00-b5c47ba1c7a5","quantity":"62","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"e60b75cb-d917-59a2-98c9-8eaf0fba8468","quantity":"88.25","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"e60b75cb-d917-59a2-98c9-8eaf0fba8468","quantity":"0","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"d24b940e-b7df-5228-883a-e54ddea210d5","quantity":"420","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"d24b940e-b7df-5228-883a-e54ddea210d5","quantity":"180","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"fcbc7813-8d6a-546d-8771-9e323f52f35a","quantity":"36.5","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"fcbc7813-8d6a-546d-8771-9e323f52f35a","quantity":"0","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"fef851ef-bf6e-5847-9187-5766a1b567bc","quantity":"860","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"fef851ef-bf6e-5847-9187-5766a1b567bc","quantity":"0","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"0821b355-013b-5903-97e1-00efdd38a052","quantity":"52","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"0821b355-013b-5903-97e1-00efdd38a052","quantity":"20","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"b2349bf4-fd51-50a9-80d8-aaa98a6fb941","quantity":"6","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"b2349bf4-fd51-50a9-80d8-aaa98a6fb941","quantity":"0","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"930046c4-0a49-5692-9417-4f227f703715","quantity":"3","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"930046c4-0a49-5692-9417-4f227f703715","quantity":"0","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"6bde1403-9162-57d1-b06a-a8bced7ab2ed","quantity":"5","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"6bde1403-9162-57d1-b06a-a8bced7ab2ed","quantity":"4","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"},{"item_id":"f8bfe11d-8d0a-58e3-99ea-60d2e2cf6486","quantity":"30","site_id":"de42cdc6-5dfc-5970-970d-cb938dfcc45e"},{"item_id":"f8bfe11d-8d0a-58e3-99ea-60d2e2cf6486","quantity":"10","site_id":"03c4a8d4-405e-5647-948a-a9ae9b2ccb3b"}]}}'),
	(2, '\xc1d734777648ab73bde201825045e4da', '{"draft":{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"96ff19a9-dcfe-5291-b281-7d10e7f2cab6","deliver_to":{"address_id":"4e4977e5-0e4c-512a-99da-34d60b30b84b","city":"苏州市","district":"吴中区","label":"园区仓","phone":"13812771907","province":"江苏省","receiver":"邓小梅","rest":"东吴北路 299 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-7001-b768-525373cf256d","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-7002-b6d6-d7ea8f4d3e27","item_id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","manual_price":null,"manual_reason":"","notes":[],"quantity":"1","quoted_on":null,"schedule":[],"seen_price":"1037","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":null,"order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}}'),
	(3, '\x79fe3fa1ed672c9d538800cb2514a92f', '{"draft":{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"86a00c23-8044-5954-8e59-aab3fb1c720b","deliver_to":{"address_id":"63000a40-0836-5501-9b58-39b4ee187e10","city":"宁波市","district":"鄞州区","label":"","phone":"13957410433","province":"浙江省","receiver":"汤鑫","rest":"宁穿路 2001 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-7004-8c27-5ade965eda32","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-7005-b373-1a4a2f45e678","item_id":"a396fbe5-9942-5413-879c-42619b3fea36","manual_price":null,"manual_reason":"","notes":[],"quantity":"2","quoted_on":null,"schedule":[],"seen_price":"136.5","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":null,"order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}}'),
	(4, '\x81b4ab4d9caf4c24252f36175fd1e789', '{"order_id":"019cd052-9900-7004-8c27-5ade965eda32"}'),
	(5, '\x67885128a658859f8416d703d065ead4', '{"draft":{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"69ae8c51-1a63-51f1-94bd-6e997dedcea5","deliver_to":{"address_id":"f8d069bb-f778-5f39-b412-7c820b5c1c90","city":"上海市","district":"浦东新区","label":"浦东仓库","phone":"13801968812","province":"上海市","receiver":"周师傅","rest":"川沙路 1188 号 3 号门"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-7008-b8fb-fe70cf44dd3f","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-7009-a89a-dfd8b1852f27","item_id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","manual_price":null,"manual_reason":"","notes":[],"quantity":"2","quoted_on":null,"schedule":[],"seen_price":"827","typed_code":"","unit":"","when_short":null},{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-700a-a61b-a1b20ab8ab67","item_id":"a396fbe5-9942-5413-879c-42619b3fea36","manual_price":null,"manual_reason":"","notes":[],"quantity":"6","quoted_on":null,"schedule":[],"seen_price":"133.5","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":null,"order_discount":null,"parked":false,"payer_id":null,"po_number":"HD-26-0311","prices_include_tax":true,"requested":"2026-03-12","rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}}'),
	(6, '\xae68c47613f68753b8a5c670231e4997', '{"draft":{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"69ae8c51-1a63-51f1-94bd-6e997dedcea5","deliver_to":{"address_id":"f8d069bb-f778-5f39-b412-7c820b5c1c90","city":"上海市","district":"浦东新区","label":"浦东仓库","phone":"13801968812","province":"上海市","receiver":"周师傅","rest":"川沙路 1188 号 3 号门"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-700f-840a-e4e28743feb6","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-7010-8248-22990f3ebdd3","item_id":"5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17","manual_price":null,"manual_reason":"","notes":[],"quantity":"3","quoted_on":null,"schedule":[],"seen_price":"48.88","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":null,"order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}}'),
	(7, '\x6051e5844633d03b4d28eaa374844d4b', '{"order_id":"019cd052-9900-700f-840a-e4e28743feb6"}'),
	(8, '\xda5d18d7aad24c15fc0233b5a7cc0541', '{"draft":{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"6185aa30-9cf2-54d6-b62a-6b701f17813c","deliver_to":{"address_id":"441771f1-c1be-50ee-a3ce-7926464fb4f9","city":"上海市","district":"闵行区","label":"","phone":"13661702211","province":"上海市","receiver":"物业 方青","rest":"七莘路 1855 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-7015-804b-43a97ff12229","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-7016-8570-74b7a9964aef","item_id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","manual_price":null,"manual_reason":"","notes":[],"quantity":"24","quoted_on":null,"schedule":[],"seen_price":"880","typed_code":"","unit":"","when_short":null},{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-7017-a9e8-452475139237","item_id":"702b7cae-f5aa-560e-8904-157a59d1542b","manual_price":null,"manual_reason":"","notes":[],"quantity":"12","quoted_on":null,"schedule":[],"seen_price":"142","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":null,"order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":"2026-03-12","rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}}'),
	(9, '\x6662cb3a7a684c83b085fe495ad29d07', '{"decision":"approve","material":"3d9b2d51d74bbebf8e594933e4da5fb04a5e4184f73d97857cb9a3b64b58bb25","reason":"","reason_code":"","task_id":"019cd052-9900-7019-a347-f876ff666589"}'),
	(10, '\x1a8df262aa8a1b111d4442f505ef5204', '{"decision":"approve","material":"3d9b2d51d74bbebf8e594933e4da5fb04a5e4184f73d97857cb9a3b64b58bb25","reason":"","reason_code":"","task_id":"019cd052-9900-701a-bba0-bb0ffee5a5b2"}'),
	(11, '\xa9cdf8fa1d6a7ab5cb9abd650f73776b', '{"draft":{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"6185aa30-9cf2-54d6-b62a-6b701f17813c","deliver_to":{"address_id":"441771f1-c1be-50ee-a3ce-7926464fb4f9","city":"上海市","district":"闵行区","label":"","phone":"13661702211","province":"上海市","receiver":"物业 方青","rest":"七莘路 1855 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-7020-abd5-5c3bd8e94b15","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-7021-8daa-02f70023b682","item_id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","manual_price":null,"manual_reason":"","notes":[],"quantity":"20","quoted_on":null,"schedule":[],"seen_price":"1080","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":null,"order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}}'),
	(12, '\xf154245581d6e003f8b2cdf6d818f968', '{"draft":{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"8acdd9b3-3e05-5a78-8fbf-82345ce53025","deliver_to":{"address_id":"9fb818aa-4358-5620-81bb-b641d9df7b93","city":"南京市","district":"鼓楼区","label":"","phone":"13770641620","province":"江苏省","receiver":"罗小鸿","rest":"中央路 302 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-7025-a43d-4e0312b2a414","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-7026-8cb4-0ff7a123f501","item_id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","manual_price":null,"manual_reason":"","notes":[],"quantity":"21","quoted_on":null,"schedule":[],"seen_price":"1080","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":null,"order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}}'),
	(13, '\xf1b3341e18ea7422de47133fae00ffb4', '{"decision":"send_back","material":"2a8892dd1c87b8b478ab2fa66bb7cca2e653b1e888a8dda26dd856eb3fb9539f","reason":"","reason_code":"price","task_id":"019cd052-9900-7028-958f-a6fb45100358"}'),
	(14, '\xcf6f8a726401458294b1d030fa663bfc', '{"draft":{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"8acdd9b3-3e05-5a78-8fbf-82345ce53025","deliver_to":{"address_id":"9fb818aa-4358-5620-81bb-b641d9df7b93","city":"南京市","district":"鼓楼区","label":"","phone":"13770641620","province":"江苏省","receiver":"罗小鸿","rest":"中央路 302 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-702b-80b3-7cab19de2bc1","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-702c-9dc1-930b0f552c94","item_id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","manual_price":null,"manual_reason":"","notes":[],"quantity":"22","quoted_on":null,"schedule":[],"seen_price":"1080","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":null,"order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}}'),
	(15, '\x0b0f87218db0526bb283caa4b78e3d62', '{"decision":"refuse","material":"f3cf98dfeab07218dbfc688a2829a4e9f0bedbffbb6f3475e83608942f5bc37b","reason":"","reason_code":"price","task_id":"019cd052-9900-702e-aba7-28222d7c5048"}'),
	(16, '\xdea3b66b691074fd6d5d7e368edc1e00', '{"delivery_id":"019cd052-9900-700c-9cfd-de2af6fa5db8","lines":[{"delivery_line_id":"019cd052-9900-700e-a99a-c34e9d95847e","picked":"6","short_reason":""},{"delivery_line_id":"019cd052-9900-700d-af4a-65d4a7677796","picked":"1","short_reason":"missing"}]}'),
	(17, '\xf21af1350760f32fbe2eef64e916effe', '{"delivery_id":"019cd052-9900-700c-9cfd-de2af6fa5db8"}'),
	(18, '\x6a574fa4d9a3b3935d68af19f593c70a', '{"delivery_id":"019cd052-9900-700c-9cfd-de2af6fa5db8","reason":""}'),
	(19, '\x1b1e973622e00871607a1e42c9857302', '{"delivery_id":"019cd052-9900-700c-9cfd-de2af6fa5db8","reason":"paper torn"}'),
	(20, '\x703fca125214041357eb1117d18b6f35', '{"draft":{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"96ff19a9-dcfe-5291-b281-7d10e7f2cab6","deliver_to":{"address_id":"4e4977e5-0e4c-512a-99da-34d60b30b84b","city":"苏州市","district":"吴中区","label":"园区仓","phone":"13812771907","province":"江苏省","receiver":"邓小梅","rest":"东吴北路 299 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-7039-a70f-b2d5c5cefdd8","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-703a-b523-767c54366c21","item_id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","manual_price":null,"manual_reason":"","notes":[],"quantity":"2","quoted_on":null,"schedule":[],"seen_price":"845","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[{"for_customer":false,"internal":true,"on_delivery_note":false,"text":"先不要催款"},{"for_customer":false,"internal":false,"on_delivery_note":true,"text":"送货前打电话"}],"number":null,"order_discount":null,"parked":true,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}}'),
	(21, '\xe7bced998e7f615e08ff275f072c459f', '{"attachment_id":"019cd052-9900-703c-a8bd-d91e952e1b8b","file_name":"fax.png","link":"","order_id":"019cd052-9900-7039-a70f-b2d5c5cefdd8","sha256":"f14222a4a92ebd2b1e2e513710938fa9c7c7155ccd70707452d6035a243ceadc","size":0}'),
	(22, '\xfd191793e0b8bf2254a0d4dd4541d762', '{"draft":{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"86a00c23-8044-5954-8e59-aab3fb1c720b","deliver_to":{"address_id":"63000a40-0836-5501-9b58-39b4ee187e10","city":"宁波市","district":"鄞州区","label":"","phone":"13957410433","province":"浙江省","receiver":"汤鑫","rest":"宁穿路 2001 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-703e-8824-63e974057241","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-703f-a595-da38f589d99a","item_id":"a396fbe5-9942-5413-879c-42619b3fea36","manual_price":null,"manual_reason":"","notes":[],"quantity":"4","quoted_on":null,"schedule":[],"seen_price":"136.5","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":null,"order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}}'),
	(23, '\x916975270c54914f2f758ee80555773a', '{"order_id":"019cd052-9900-703e-8824-63e974057241"}'),
	(24, '\x4823df3feb38b3b9c8c696303cdd9128', '{"order_id":"019cd052-9900-703e-8824-63e974057241"}'),
	(26, '\xa04b72f663635341fb40083d3b6965bd', '{"language":"zh","order_id":"019cd052-9900-7043-a841-29e5bd4aeab0","order_revision":1}'),
	(25, '\xe937819abf6e1814e79ee46b6682220c', '{"draft":{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"69ae8c51-1a63-51f1-94bd-6e997dedcea5","deliver_to":{"address_id":null,"city":"杭州市","district":"西湖区","label":"","phone":"13800138000","province":"浙江省","receiver":"张三","rest":"文三路 1 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":true,"freight":null,"freight_terms":"free","id":"019cd052-9900-7043-a841-29e5bd4aeab0","invoice_kind":"special","kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-7044-a373-9bd4f0be600d","item_id":"a396fbe5-9942-5413-879c-42619b3fea36","manual_price":null,"manual_reason":"","notes":[],"quantity":"2","quoted_on":null,"schedule":[],"seen_price":"133.5","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":null,"order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":"2026-03-13","rounding":"none","salesperson_id":null,"sender_name":"华东家居旗舰店","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}}'),
	(28, '\xf2a1328f11464ca7d6e036da4db1a99d', '{"order_id":"019cd052-9900-704a-9910-2776b45f51c3","text":"客户改成 22 张"}'),
	(31, '\xe9b179928dcb1af94a21af2128e79917', '{"gone_id":"019cd052-9900-7054-9a54-d01244e9e4a5","keep_id":"69ae8c51-1a63-51f1-94bd-6e997dedcea5"}'),
	(34, '\xc63d710538f42e9924fddca2794c2813', '{"adjustment_id":"019cd052-9900-705b-a5c0-85bf23edcb04"}'),
	(27, '\xe133e92c2e6ce2ed5c1369b80d5a28fa', '{"draft":{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"6185aa30-9cf2-54d6-b62a-6b701f17813c","deliver_to":{"address_id":"441771f1-c1be-50ee-a3ce-7926464fb4f9","city":"上海市","district":"闵行区","label":"","phone":"13661702211","province":"上海市","receiver":"物业 方青","rest":"七莘路 1855 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-704a-9910-2776b45f51c3","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-704b-9aee-a34841c9886e","item_id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","manual_price":null,"manual_reason":"","notes":[],"quantity":"20","quoted_on":null,"schedule":[],"seen_price":"1080","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":null,"order_discount":null,"parked":false,"payer_id":null,"po_number":"QH-7","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}}'),
	(29, '\xabf53734147dbdbff53e3e040019b411', '{"draft":{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"6185aa30-9cf2-54d6-b62a-6b701f17813c","deliver_to":{"address_id":"441771f1-c1be-50ee-a3ce-7926464fb4f9","city":"上海市","district":"闵行区","label":"","phone":"13661702211","province":"上海市","receiver":"物业 方青","rest":"七莘路 1855 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-704a-9910-2776b45f51c3","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-704b-9aee-a34841c9886e","item_id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","manual_price":null,"manual_reason":"","notes":[],"quantity":"22","quoted_on":null,"schedule":[],"seen_price":"1080","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":null,"order_discount":null,"parked":false,"payer_id":null,"po_number":"QH-7","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}}'),
	(30, '\x43047a0f07dbed0bbff71e2d60a72e48', '{"record":{"addresses":[],"bill_to_id":null,"code":"C9001","contact":"沈丽华","credit_limit":"100000","currency":"CNY","customer_class":"end","delivery_method":"","department":"华东销售部","freight_terms":"","id":"019cd052-9900-7054-9a54-d01244e9e4a5","invoice":{"account":"1001182309200456712","address":"","bank":"中国工商银行上海川沙支行","kind":"special","phone":"","tax_number":"91310115MA1K3HDJ2X","title":"上海华东家居有限公司"},"item_numbers":[],"name":"华东家居","name_en":"Huadong Home Co.","note":"送货前一天电话通知仓库","payer_id":null,"phone":"021-58348812","price_sources":["agreement","tier","list"],"prices_include_tax":true,"readings":"huadongjiaju hdjj","receivable":"0","receivable_as_of":"2026-03-08","rounding":"","salesperson_code":"lina","status":"active","terms":{"closing_day":25,"days":0,"due_day":15,"kind":"monthly"},"tier":"vip","when_short":"ask"}}'),
	(32, '\xcdb22ca82bab9fbbfde5f3b0c8ca9d85', '{"change_id":"019cd052-9900-7057-88db-ae875cb58b8e","customer_id":"96ff19a9-dcfe-5291-b281-7d10e7f2cab6","effective":"2026-04-01","reason":"全年 50 万","tier":"vip"}'),
	(33, '\xd2b69404fe068c79faae03e9ce49835b', '{"record":{"id":"019cd052-9900-705b-a5c0-85bf23edcb04","lines":[{"id":"019cd052-9900-705a-bc99-42dc959de095","item_id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","new_price":"915","old_price":"880","price_list_id":"436906d7-fb14-51e7-9c1e-a038074ba982","unit":"张"}],"open_orders":"keep","reason":"橡木涨价","start":"2026-04-01"}}');


--
-- Data for Name: change_log; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.change_log VALUES
	(1, 0, 'seed.person', '019cd052-9900-7003-84a2-cbcc0c5c7fd0', 6, '019cd052-9900-7003-84a2-cbcc0c5c7fd0', NULL, 'put'),
	(1, 1, 'seed.site', '019cd052-9900-7003-84a2-cbcc0c5c7fd0', 2, '019cd052-9900-7003-84a2-cbcc0c5c7fd0', NULL, 'put'),
	(1, 2, 'seed.item', '019cd052-9900-7003-84a2-cbcc0c5c7fd0', 61, '019cd052-9900-7003-84a2-cbcc0c5c7fd0', NULL, 'put'),
	(1, 3, 'seed.customer', '019cd052-9900-7003-84a2-cbcc0c5c7fd0', 40, '019cd052-9900-7003-84a2-cbcc0c5c7fd0', NULL, 'put'),
	(1, 4, 'seed.price_list', '019cd052-9900-7003-84a2-cbcc0c5c7fd0', 7, '019cd052-9900-7003-84a2-cbcc0c5c7fd0', NULL, 'put'),
	(1, 5, 'seed.stock', '019cd052-9900-7003-84a2-cbcc0c5c7fd0', 94, '019cd052-9900-7003-84a2-cbcc0c5c7fd0', NULL, 'put'),
	(1, 6, 'seed.setting', '019cd052-9900-7003-84a2-cbcc0c5c7fd0', 10, '019cd052-9900-7003-84a2-cbcc0c5c7fd0', NULL, 'put'),
	(1, 7, 'seed.rule_table', '019cd052-9900-7003-84a2-cbcc0c5c7fd0', 2, '019cd052-9900-7003-84a2-cbcc0c5c7fd0', NULL, 'put'),
	(2, 0, 'order', '019cd052-9900-7001-b768-525373cf256d', 1, '019cd052-9900-7003-b1ff-7a01ec99108d', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(3, 0, 'order', '019cd052-9900-7004-8c27-5ade965eda32', 1, '019cd052-9900-7006-9e72-e7a1830c71c2', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(4, 0, 'order', '019cd052-9900-7004-8c27-5ade965eda32', 2, '019cd052-9900-7007-9c94-fb7118187993', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(5, 0, 'order', '019cd052-9900-7008-b8fb-fe70cf44dd3f', 1, '019cd052-9900-700b-995a-af5cfb710734', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(5, 1, 'stock', 'a396fbe5-9942-5413-879c-42619b3fea36', 0, '019cd052-9900-700b-995a-af5cfb710734', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(5, 2, 'stock', 'bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', 0, '019cd052-9900-700b-995a-af5cfb710734', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(5, 3, 'delivery', '019cd052-9900-700c-9cfd-de2af6fa5db8', 1, '019cd052-9900-700b-995a-af5cfb710734', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(6, 0, 'order', '019cd052-9900-700f-840a-e4e28743feb6', 1, '019cd052-9900-7011-b84a-cae330b17d0b', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(6, 1, 'stock', '5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17', 0, '019cd052-9900-7011-b84a-cae330b17d0b', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(6, 2, 'delivery', '019cd052-9900-7012-a660-24893deffa38', 1, '019cd052-9900-7011-b84a-cae330b17d0b', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(7, 0, 'order', '019cd052-9900-700f-840a-e4e28743feb6', 2, '019cd052-9900-7014-8c80-253ad7a94ded', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(7, 1, 'delivery', '019cd052-9900-7012-a660-24893deffa38', 1, '019cd052-9900-7014-8c80-253ad7a94ded', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'tombstone'),
	(7, 2, 'stock', '5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17', 0, '019cd052-9900-7014-8c80-253ad7a94ded', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(8, 0, 'order', '019cd052-9900-7015-804b-43a97ff12229', 1, '019cd052-9900-7018-9a08-a9ac4735af1c', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(8, 1, 'task', '019cd052-9900-7019-a347-f876ff666589', 1, '019cd052-9900-7018-9a08-a9ac4735af1c', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(8, 2, 'task', '019cd052-9900-701a-bba0-bb0ffee5a5b2', 1, '019cd052-9900-7018-9a08-a9ac4735af1c', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(9, 0, 'task', '019cd052-9900-7019-a347-f876ff666589', 2, '019cd052-9900-701b-b082-e8b050b601fc', '4df98b6b-c009-55a2-8503-df8644fe65cd', 'put'),
	(9, 1, 'order', '019cd052-9900-7015-804b-43a97ff12229', 2, '019cd052-9900-701b-b082-e8b050b601fc', '4df98b6b-c009-55a2-8503-df8644fe65cd', 'put'),
	(9, 2, 'task', '019cd052-9900-701a-bba0-bb0ffee5a5b2', 2, '019cd052-9900-701b-b082-e8b050b601fc', '4df98b6b-c009-55a2-8503-df8644fe65cd', 'put'),
	(10, 0, 'task', '019cd052-9900-701a-bba0-bb0ffee5a5b2', 3, '019cd052-9900-701c-a40a-85d311fa2ac0', '3703c408-c281-52dc-8a15-5c81374cb36c', 'put'),
	(10, 1, 'order', '019cd052-9900-7015-804b-43a97ff12229', 3, '019cd052-9900-701c-a40a-85d311fa2ac0', '3703c408-c281-52dc-8a15-5c81374cb36c', 'put'),
	(10, 2, 'stock', '702b7cae-f5aa-560e-8904-157a59d1542b', 0, '019cd052-9900-701c-a40a-85d311fa2ac0', '3703c408-c281-52dc-8a15-5c81374cb36c', 'put'),
	(10, 3, 'stock', 'bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', 0, '019cd052-9900-701c-a40a-85d311fa2ac0', '3703c408-c281-52dc-8a15-5c81374cb36c', 'put'),
	(10, 4, 'delivery', '019cd052-9900-701d-86e8-464bc42b7170', 1, '019cd052-9900-701c-a40a-85d311fa2ac0', '3703c408-c281-52dc-8a15-5c81374cb36c', 'put'),
	(11, 0, 'order', '019cd052-9900-7020-abd5-5c3bd8e94b15', 1, '019cd052-9900-7022-bb54-a89035b00a54', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(11, 1, 'task', '019cd052-9900-7023-8359-40dce90794df', 1, '019cd052-9900-7022-bb54-a89035b00a54', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(11, 2, 'task', '019cd052-9900-7024-9807-96d178511608', 1, '019cd052-9900-7022-bb54-a89035b00a54', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(12, 0, 'order', '019cd052-9900-7025-a43d-4e0312b2a414', 1, '019cd052-9900-7027-ab31-b63cc74c7ccf', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(12, 1, 'task', '019cd052-9900-7028-958f-a6fb45100358', 1, '019cd052-9900-7027-ab31-b63cc74c7ccf', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(12, 2, 'task', '019cd052-9900-7029-93ea-dbcf164f1513', 1, '019cd052-9900-7027-ab31-b63cc74c7ccf', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(13, 0, 'task', '019cd052-9900-7028-958f-a6fb45100358', 2, '019cd052-9900-702a-bb0f-efd3c20ef164', '4df98b6b-c009-55a2-8503-df8644fe65cd', 'put'),
	(13, 1, 'order', '019cd052-9900-7025-a43d-4e0312b2a414', 2, '019cd052-9900-702a-bb0f-efd3c20ef164', '4df98b6b-c009-55a2-8503-df8644fe65cd', 'put'),
	(13, 2, 'task', '019cd052-9900-7029-93ea-dbcf164f1513', 2, '019cd052-9900-702a-bb0f-efd3c20ef164', '4df98b6b-c009-55a2-8503-df8644fe65cd', 'put'),
	(14, 0, 'order', '019cd052-9900-702b-80b3-7cab19de2bc1', 1, '019cd052-9900-702d-9f28-1ce1cc099a1e', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(14, 1, 'task', '019cd052-9900-702e-aba7-28222d7c5048', 1, '019cd052-9900-702d-9f28-1ce1cc099a1e', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(14, 2, 'task', '019cd052-9900-702f-8c0e-81ec8f2df760', 1, '019cd052-9900-702d-9f28-1ce1cc099a1e', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(15, 0, 'task', '019cd052-9900-702e-aba7-28222d7c5048', 2, '019cd052-9900-7030-b13f-d937bb5d6b48', '4df98b6b-c009-55a2-8503-df8644fe65cd', 'put'),
	(15, 1, 'order', '019cd052-9900-702b-80b3-7cab19de2bc1', 2, '019cd052-9900-7030-b13f-d937bb5d6b48', '4df98b6b-c009-55a2-8503-df8644fe65cd', 'put'),
	(15, 2, 'task', '019cd052-9900-702f-8c0e-81ec8f2df760', 2, '019cd052-9900-7030-b13f-d937bb5d6b48', '4df98b6b-c009-55a2-8503-df8644fe65cd', 'put'),
	(16, 0, 'delivery', '019cd052-9900-700c-9cfd-de2af6fa5db8', 2, '019cd052-9900-7031-9945-47101dd377bf', '1f17b64b-8abd-5e68-9632-81332b8ac93b', 'put'),
	(17, 0, 'delivery', '019cd052-9900-700c-9cfd-de2af6fa5db8', 3, '019cd052-9900-7032-b751-3f4d45114889', '1f17b64b-8abd-5e68-9632-81332b8ac93b', 'put'),
	(17, 1, 'delivery', '019cd052-9900-7035-bfdd-a78d4ddc74c8', 1, '019cd052-9900-7032-b751-3f4d45114889', '1f17b64b-8abd-5e68-9632-81332b8ac93b', 'put'),
	(17, 2, 'order', '019cd052-9900-7008-b8fb-fe70cf44dd3f', 2, '019cd052-9900-7032-b751-3f4d45114889', '1f17b64b-8abd-5e68-9632-81332b8ac93b', 'put'),
	(17, 3, 'stock', 'a396fbe5-9942-5413-879c-42619b3fea36', 0, '019cd052-9900-7032-b751-3f4d45114889', '1f17b64b-8abd-5e68-9632-81332b8ac93b', 'put'),
	(17, 4, 'stock', 'bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', 0, '019cd052-9900-7032-b751-3f4d45114889', '1f17b64b-8abd-5e68-9632-81332b8ac93b', 'put'),
	(18, 0, 'delivery', '019cd052-9900-700c-9cfd-de2af6fa5db8', 4, '019cd052-9900-7037-a687-7893dab871d5', '1f17b64b-8abd-5e68-9632-81332b8ac93b', 'put'),
	(19, 0, 'delivery', '019cd052-9900-700c-9cfd-de2af6fa5db8', 5, '019cd052-9900-7038-895d-f07bfd42e044', '1f17b64b-8abd-5e68-9632-81332b8ac93b', 'put'),
	(20, 0, 'order', '019cd052-9900-7039-a70f-b2d5c5cefdd8', 1, '019cd052-9900-703b-98b7-02354bdbf090', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(21, 0, 'attachment', '019cd052-9900-703c-a8bd-d91e952e1b8b', 1, '019cd052-9900-703d-80fe-19c33e361858', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(22, 0, 'order', '019cd052-9900-703e-8824-63e974057241', 1, '019cd052-9900-7040-b545-5fa77bd55ee6', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(23, 0, 'order', '019cd052-9900-703e-8824-63e974057241', 2, '019cd052-9900-7041-a824-c7b52ecdcc0a', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(24, 0, 'order', '019cd052-9900-703e-8824-63e974057241', 3, '019cd052-9900-7042-a711-872dd15b77f2', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(25, 0, 'order', '019cd052-9900-7043-a841-29e5bd4aeab0', 1, '019cd052-9900-7045-abf7-61cc3253b562', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(25, 1, 'stock', 'a396fbe5-9942-5413-879c-42619b3fea36', 0, '019cd052-9900-7045-abf7-61cc3253b562', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(25, 2, 'delivery', '019cd052-9900-7046-98d8-6e7ef33c1a7f', 1, '019cd052-9900-7045-abf7-61cc3253b562', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(26, 0, 'confirmation', '019cd052-9900-7049-a0ca-701609e80319', 1, '019cd052-9900-7048-86fa-a1641a953cca', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(27, 0, 'order', '019cd052-9900-704a-9910-2776b45f51c3', 1, '019cd052-9900-704c-b9e8-a32fd2df2c20', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(27, 1, 'task', '019cd052-9900-704d-9f6c-893298b20411', 1, '019cd052-9900-704c-b9e8-a32fd2df2c20', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(27, 2, 'task', '019cd052-9900-704e-a148-e55d4b1e943e', 1, '019cd052-9900-704c-b9e8-a32fd2df2c20', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(28, 0, 'comment', '019cd052-9900-7050-9eac-d9803a782ebb', 1, '019cd052-9900-704f-8816-f0c2119b4fe5', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(29, 0, 'order', '019cd052-9900-704a-9910-2776b45f51c3', 3, '019cd052-9900-7051-84be-b6009d42f670', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(29, 1, 'task', '019cd052-9900-7052-8d97-f73547bc7548', 1, '019cd052-9900-7051-84be-b6009d42f670', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(29, 2, 'task', '019cd052-9900-7053-ba8e-81a0ead81dcd', 1, '019cd052-9900-7051-84be-b6009d42f670', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(29, 3, 'task', '019cd052-9900-704d-9f6c-893298b20411', 2, '019cd052-9900-7051-84be-b6009d42f670', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(29, 4, 'task', '019cd052-9900-704e-a148-e55d4b1e943e', 2, '019cd052-9900-7051-84be-b6009d42f670', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 'put'),
	(30, 0, 'customer', '019cd052-9900-7054-9a54-d01244e9e4a5', 1, '019cd052-9900-7055-8ff0-aa427219c1da', 'c4dc0019-ceb5-5f26-9b48-fb7afeaa02bb', 'put'),
	(31, 0, 'customer', '69ae8c51-1a63-51f1-94bd-6e997dedcea5', 2, '019cd052-9900-7056-a1fb-f69a5e68b7ca', 'c4dc0019-ceb5-5f26-9b48-fb7afeaa02bb', 'put'),
	(31, 1, 'customer', '019cd052-9900-7054-9a54-d01244e9e4a5', 2, '019cd052-9900-7056-a1fb-f69a5e68b7ca', 'c4dc0019-ceb5-5f26-9b48-fb7afeaa02bb', 'put'),
	(32, 0, 'tier_change', '019cd052-9900-7057-88db-ae875cb58b8e', 1, '019cd052-9900-7058-9cd2-76f1e414a8aa', '4df98b6b-c009-55a2-8503-df8644fe65cd', 'put'),
	(33, 0, 'price_adjustment', '019cd052-9900-705b-a5c0-85bf23edcb04', 1, '019cd052-9900-705c-bb1c-0e3208fb09a0', '4df98b6b-c009-55a2-8503-df8644fe65cd', 'put'),
	(34, 0, 'price_adjustment', '019cd052-9900-705b-a5c0-85bf23edcb04', 2, '019cd052-9900-705d-93f4-9bb1b372c56b', '4df98b6b-c009-55a2-8503-df8644fe65cd', 'put'),
	(34, 1, 'price_list', '436906d7-fb14-51e7-9c1e-a038074ba982', 2, '019cd052-9900-705d-93f4-9bb1b372c56b', '4df98b6b-c009-55a2-8503-df8644fe65cd', 'put');


--
-- Data for Name: command_log; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.command_log VALUES
	('019cd052-9900-7003-84a2-cbcc0c5c7fd0', 'seed_store', 1, '06e71470f468e07378466f6d11753039f54eaf92f9d6108ac4554353c330094a', '{"class":"applied","id":"019cd052-9900-7003-84a2-cbcc0c5c7fd0","problems":[],"touched":[{"id":"019cd052-9900-7003-84a2-cbcc0c5c7fd0","number":null,"revision":6,"type":"seed.person"},{"id":"019cd052-9900-7003-84a2-cbcc0c5c7fd0","number":null,"revision":2,"type":"seed.site"},{"id":"019cd052-9900-7003-84a2-cbcc0c5c7fd0","number":null,"revision":61,"type":"seed.item"},{"id":"019cd052-9900-7003-84a2-cbcc0c5c7fd0","number":null,"revision":40,"type":"seed.customer"},{"id":"019cd052-9900-7003-84a2-cbcc0c5c7fd0","number":null,"revision":7,"type":"seed.price_list"},{"id":"019cd052-9900-7003-84a2-cbcc0c5c7fd0","number":null,"revision":94,"type":"seed.stock"},{"id":"019cd052-9900-7003-84a2-cbcc0c5c7fd0","number":null,"revision":10,"type":"seed.setting"},{"id":"019cd052-9900-7003-84a2-cbcc0c5c7fd0","number":null,"revision":2,"type":"seed.rule_table"}]}', 1, 1773021600000000, NULL),
	('019cd052-9900-7003-b1ff-7a01ec99108d', 'save_draft', 1, '22ca38107a7f8c86eb138fe03d9bdf1095d72d348f5fdadb9423a22b8a0ef57c', '{"class":"applied","id":"019cd052-9900-7003-b1ff-7a01ec99108d","problems":[],"touched":[{"id":"019cd052-9900-7001-b768-525373cf256d","number":"SO-K2O-000001","revision":1,"type":"order"}]}', 2, 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194'),
	('019cd052-9900-7006-9e72-e7a1830c71c2', 'save_draft', 1, 'f28b9dbd6132f4b368c4ed810600d7434ee8533d9f0ce24fcad5ecd65b98c088', '{"class":"applied","id":"019cd052-9900-7006-9e72-e7a1830c71c2","problems":[],"touched":[{"id":"019cd052-9900-7004-8c27-5ade965eda32","number":"SO-K2O-000002","revision":1,"type":"order"}]}', 3, 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194'),
	('019cd052-9900-7007-9c94-fb7118187993', 'discard_draft', 1, '4146f6b21c766fd14f929a278c9d280ef67cdc8eec5049232ea16fa97394494f', '{"class":"applied","id":"019cd052-9900-7007-9c94-fb7118187993","problems":[],"touched":[{"id":"019cd052-9900-7004-8c27-5ade965eda32","number":"SO-K2O-000002","revision":2,"type":"order"}]}', 4, 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194'),
	('019cd052-9900-700b-995a-af5cfb710734', 'submit_order', 1, '360c08f236f23cbcdf7bf358c2010ba4fde7c3b8cd73b5d5ed425870c45cfd47', '{"class":"applied","id":"019cd052-9900-700b-995a-af5cfb710734","problems":[],"touched":[{"id":"019cd052-9900-7008-b8fb-fe70cf44dd3f","number":"SO-K2O-000003","revision":1,"type":"order"},{"id":"a396fbe5-9942-5413-879c-42619b3fea36","number":null,"revision":0,"type":"stock"},{"id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","number":null,"revision":0,"type":"stock"},{"id":"019cd052-9900-700c-9cfd-de2af6fa5db8","number":null,"revision":1,"type":"delivery"}]}', 5, 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194'),
	('019cd052-9900-7011-b84a-cae330b17d0b', 'submit_order', 1, '5ad4c7b841c630fa4a09becf82ec13ca7a88c58630b39231e43d2e253ac4f047', '{"class":"applied","id":"019cd052-9900-7011-b84a-cae330b17d0b","problems":[],"touched":[{"id":"019cd052-9900-700f-840a-e4e28743feb6","number":"SO-K2O-000004","revision":1,"type":"order"},{"id":"5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17","number":null,"revision":0,"type":"stock"},{"id":"019cd052-9900-7012-a660-24893deffa38","number":null,"revision":1,"type":"delivery"}]}', 6, 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194'),
	('019cd052-9900-7014-8c80-253ad7a94ded', 'withdraw_submit', 1, '25a07b17bf6778dcedc06087996ca3f8587e9839288f440c4ee853320aaa89d2', '{"class":"applied","id":"019cd052-9900-7014-8c80-253ad7a94ded","problems":[],"touched":[{"id":"019cd052-9900-700f-840a-e4e28743feb6","number":"SO-K2O-000004","revision":2,"type":"order"},{"id":"019cd052-9900-7012-a660-24893deffa38","number":null,"revision":1,"type":"delivery"},{"id":"5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17","number":null,"revision":0,"type":"stock"}]}', 7, 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194'),
	('019cd052-9900-7018-9a08-a9ac4735af1c', 'submit_order', 1, 'df5827753efdf6fba16660350ffeba67c1bdbe9d46c7d7317ba40b0d048e2859', '{"class":"applied","id":"019cd052-9900-7018-9a08-a9ac4735af1c","problems":[],"touched":[{"id":"019cd052-9900-7015-804b-43a97ff12229","number":"SO-K2O-000005","revision":1,"type":"order"},{"id":"019cd052-9900-7019-a347-f876ff666589","number":null,"revision":1,"type":"task"},{"id":"019cd052-9900-701a-bba0-bb0ffee5a5b2","number":null,"revision":1,"type":"task"}]}', 8, 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194'),
	('019cd052-9900-701b-b082-e8b050b601fc', 'decide_task', 1, 'cffed609b221d8b1f909372d025982988c711e27230c945cd682dccbcd6d1844', '{"class":"applied","id":"019cd052-9900-701b-b082-e8b050b601fc","problems":[],"touched":[{"id":"019cd052-9900-7019-a347-f876ff666589","number":null,"revision":2,"type":"task"},{"id":"019cd052-9900-7015-804b-43a97ff12229","number":"SO-K2O-000005","revision":2,"type":"order"},{"id":"019cd052-9900-701a-bba0-bb0ffee5a5b2","number":null,"revision":2,"type":"task"}]}', 9, 1773021600000000, '4df98b6b-c009-55a2-8503-df8644fe65cd'),
	('019cd052-9900-701c-a40a-85d311fa2ac0', 'decide_task', 1, 'c62da2847a6672d2c5b95db3cdfdaa705078f9d7dcc1428c1d94329c66dd3e29', '{"class":"applied","id":"019cd052-9900-701c-a40a-85d311fa2ac0","problems":[],"touched":[{"id":"019cd052-9900-701a-bba0-bb0ffee5a5b2","number":null,"revision":3,"type":"task"},{"id":"019cd052-9900-7015-804b-43a97ff12229","number":"SO-K2O-000005","revision":3,"type":"order"},{"id":"702b7cae-f5aa-560e-8904-157a59d1542b","number":null,"revision":0,"type":"stock"},{"id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","number":null,"revision":0,"type":"stock"},{"id":"019cd052-9900-701d-86e8-464bc42b7170","number":null,"revision":1,"type":"delivery"}]}', 10, 1773021600000000, '3703c408-c281-52dc-8a15-5c81374cb36c'),
	('019cd052-9900-7022-bb54-a89035b00a54', 'submit_order', 1, 'd8442b9966622e53720023adcddc5dc615c2840d37a077ac0be9ecb359e5ad20', '{"class":"applied","id":"019cd052-9900-7022-bb54-a89035b00a54","problems":[{"code":"problem.order.credit.over","params":{"limit":"30000","over":"17604"},"path":"","severity":"warn"},{"code":"problem.line.stock.short","params":{"available":"14","code":"A107","unit":"张","unit_en":"pc","wanted":"20"},"path":"lines[0].quantity","severity":"warn"}],"touched":[{"id":"019cd052-9900-7020-abd5-5c3bd8e94b15","number":"SO-K2O-000006","revision":1,"type":"order"},{"id":"019cd052-9900-7023-8359-40dce90794df","number":null,"revision":1,"type":"task"},{"id":"019cd052-9900-7024-9807-96d178511608","number":null,"revision":1,"type":"task"}]}', 11, 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194'),
	('019cd052-9900-7027-ab31-b63cc74c7ccf', 'submit_order', 1, 'cd152b477ba6c3e8ab1f4ffef269d5360a207f724517104ead8ec047962cac8c', '{"class":"applied","id":"019cd052-9900-7027-ab31-b63cc74c7ccf","problems":[{"code":"problem.order.credit.over","params":{"limit":"20000","over":"2680"},"path":"","severity":"warn"},{"code":"problem.line.stock.short","params":{"available":"14","code":"A107","unit":"张","unit_en":"pc","wanted":"21"},"path":"lines[0].quantity","severity":"warn"}],"touched":[{"id":"019cd052-9900-7025-a43d-4e0312b2a414","number":"SO-K2O-000007","revision":1,"type":"order"},{"id":"019cd052-9900-7028-958f-a6fb45100358","number":null,"revision":1,"type":"task"},{"id":"019cd052-9900-7029-93ea-dbcf164f1513","number":null,"revision":1,"type":"task"}]}', 12, 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194'),
	('019cd052-9900-702a-bb0f-efd3c20ef164', 'decide_task', 1, 'cec18a6f7612ce2d86c3ec8094f12803db5da2038131bca3dc9cf209524d241e', '{"class":"applied","id":"019cd052-9900-702a-bb0f-efd3c20ef164","problems":[],"touched":[{"id":"019cd052-9900-7028-958f-a6fb45100358","number":null,"revision":2,"type":"task"},{"id":"019cd052-9900-7025-a43d-4e0312b2a414","number":"SO-K2O-000007","revision":2,"type":"order"},{"id":"019cd052-9900-7029-93ea-dbcf164f1513","number":null,"revision":2,"type":"task"}]}', 13, 1773021600000000, '4df98b6b-c009-55a2-8503-df8644fe65cd'),
	('019cd052-9900-7055-8ff0-aa427219c1da', 'put_customer', 1, 'd47b1269591dd449cc6b0f777cbfbe7217afb6915a0f52755d307e36d09354b8', '{"class":"applied","id":"019cd052-9900-7055-8ff0-aa427219c1da","problems":[],"touched":[{"id":"019cd052-9900-7054-9a54-d01244e9e4a5","number":"C9001","revision":1,"type":"customer"}]}', 30, 1773021600000000, 'c4dc0019-ceb5-5f26-9b48-fb7afeaa02bb'),
	('019cd052-9900-702d-9f28-1ce1cc099a1e', 'submit_order', 1, '6352d7229b97e1676a6a891d15ffca44edecfd976a81b6a1307909b7b58534a7', '{"class":"applied","id":"019cd052-9900-702d-9f28-1ce1cc099a1e","problems":[{"code":"problem.order.credit.over","params":{"limit":"20000","over":"3760"},"path":"","severity":"warn"},{"code":"problem.line.stock.short","params":{"available":"14","code":"A107","unit":"张","unit_en":"pc","wanted":"22"},"path":"lines[0].quantity","severity":"warn"}],"touched":[{"id":"019cd052-9900-702b-80b3-7cab19de2bc1","number":"SO-K2O-000008","revision":1,"type":"order"},{"id":"019cd052-9900-702e-aba7-28222d7c5048","number":null,"revision":1,"type":"task"},{"id":"019cd052-9900-702f-8c0e-81ec8f2df760","number":null,"revision":1,"type":"task"}]}', 14, 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194'),
	('019cd052-9900-7030-b13f-d937bb5d6b48', 'decide_task', 1, 'e101d0186e23b5ea04cdccc49761c083b33da3c8be36dd72c7025cfca1539b9a', '{"class":"applied","id":"019cd052-9900-7030-b13f-d937bb5d6b48","problems":[],"touched":[{"id":"019cd052-9900-702e-aba7-28222d7c5048","number":null,"revision":2,"type":"task"},{"id":"019cd052-9900-702b-80b3-7cab19de2bc1","number":"SO-K2O-000008","revision":2,"type":"order"},{"id":"019cd052-9900-702f-8c0e-81ec8f2df760","number":null,"revision":2,"type":"task"}]}', 15, 1773021600000000, '4df98b6b-c009-55a2-8503-df8644fe65cd'),
	('019cd052-9900-7031-9945-47101dd377bf', 'pick_delivery', 1, 'a657a891b0de9c131d7587a7b936fef690827444176c1d27dda4cd87c30337d4', '{"class":"applied","id":"019cd052-9900-7031-9945-47101dd377bf","problems":[],"touched":[{"id":"019cd052-9900-700c-9cfd-de2af6fa5db8","number":null,"revision":2,"type":"delivery"}]}', 16, 1773021600000000, '1f17b64b-8abd-5e68-9632-81332b8ac93b'),
	('019cd052-9900-7032-b751-3f4d45114889', 'ship_delivery', 1, 'cb7869263e20ac472e81a066bca5d80b3e97cac4932ce6d3cf007bdb0029cdfe', '{"class":"applied","id":"019cd052-9900-7032-b751-3f4d45114889","problems":[],"touched":[{"id":"019cd052-9900-700c-9cfd-de2af6fa5db8","number":"DN-K2O-1","revision":3,"type":"delivery"},{"id":"019cd052-9900-7035-bfdd-a78d4ddc74c8","number":null,"revision":1,"type":"delivery"},{"id":"019cd052-9900-7008-b8fb-fe70cf44dd3f","number":"SO-K2O-000003","revision":2,"type":"order"},{"id":"a396fbe5-9942-5413-879c-42619b3fea36","number":null,"revision":0,"type":"stock"},{"id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","number":null,"revision":0,"type":"stock"}]}', 17, 1773021600000000, '1f17b64b-8abd-5e68-9632-81332b8ac93b'),
	('019cd052-9900-7037-a687-7893dab871d5', 'record_print', 1, '143abc13c4b7215650f5ff72afaba0f5b2611ebdc42dbd95eee2c8d329b65869', '{"class":"applied","id":"019cd052-9900-7037-a687-7893dab871d5","problems":[],"touched":[{"id":"019cd052-9900-700c-9cfd-de2af6fa5db8","number":"DN-K2O-1","revision":4,"type":"delivery"}]}', 18, 1773021600000000, '1f17b64b-8abd-5e68-9632-81332b8ac93b'),
	('019cd052-9900-7038-895d-f07bfd42e044', 'record_print', 1, '57681f58f973a739a2d38d787b3de7c691ce42ac1cfb68fc87684f8d551f135c', '{"class":"applied","id":"019cd052-9900-7038-895d-f07bfd42e044","problems":[],"touched":[{"id":"019cd052-9900-700c-9cfd-de2af6fa5db8","number":"DN-K2O-1","revision":5,"type":"delivery"}]}', 19, 1773021600000000, '1f17b64b-8abd-5e68-9632-81332b8ac93b'),
	('019cd052-9900-703b-98b7-02354bdbf090', 'save_draft', 1, 'eebd630881e8229b5ba61d53cfa739e99eba6bb850ad41266a64e283ff8d0ca6', '{"class":"applied","id":"019cd052-9900-703b-98b7-02354bdbf090","problems":[],"touched":[{"id":"019cd052-9900-7039-a70f-b2d5c5cefdd8","number":"SO-K2O-000009","revision":1,"type":"order"}]}', 20, 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194'),
	('019cd052-9900-703d-80fe-19c33e361858', 'attach_file', 1, 'f90e720c6852bd98d41b73110b7adc0e35cc5fb23d53255e61b82d428c0da137', '{"class":"applied","id":"019cd052-9900-703d-80fe-19c33e361858","problems":[],"touched":[{"id":"019cd052-9900-703c-a8bd-d91e952e1b8b","number":null,"revision":1,"type":"attachment"}]}', 21, 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194'),
	('019cd052-9900-7040-b545-5fa77bd55ee6', 'save_draft', 1, '97648d9772e12867624500e31029641f62a065c0a10d33aca125a55cba391d55', '{"class":"applied","id":"019cd052-9900-7040-b545-5fa77bd55ee6","problems":[],"touched":[{"id":"019cd052-9900-703e-8824-63e974057241","number":"SO-K2O-000010","revision":1,"type":"order"}]}', 22, 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194'),
	('019cd052-9900-7041-a824-c7b52ecdcc0a', 'discard_draft', 1, '27187f6faa5c48dc5e9f489f78092edab868f4bd5bd4dc9a72de0e4055ca23b5', '{"class":"applied","id":"019cd052-9900-7041-a824-c7b52ecdcc0a","problems":[],"touched":[{"id":"019cd052-9900-703e-8824-63e974057241","number":"SO-K2O-000010","revision":2,"type":"order"}]}', 23, 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194'),
	('019cd052-9900-7042-a711-872dd15b77f2', 'restore_draft', 1, '61d212932be36539c6c3b4f65be47e05eed64f77556fafdc829b4a2b77b6b7af', '{"class":"applied","id":"019cd052-9900-7042-a711-872dd15b77f2","problems":[],"touched":[{"id":"019cd052-9900-703e-8824-63e974057241","number":"SO-K2O-000010","revision":3,"type":"order"}]}', 24, 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194'),
	('019cd052-9900-7045-abf7-61cc3253b562', 'submit_order', 1, 'aa138e15585ddbf6f9b2063ab5392d950c520f2926ad14a879bf4406da7a86b7', '{"class":"applied","id":"019cd052-9900-7045-abf7-61cc3253b562","problems":[],"touched":[{"id":"019cd052-9900-7043-a841-29e5bd4aeab0","number":"SO-K2O-000011","revision":1,"type":"order"},{"id":"a396fbe5-9942-5413-879c-42619b3fea36","number":null,"revision":0,"type":"stock"},{"id":"019cd052-9900-7046-98d8-6e7ef33c1a7f","number":null,"revision":1,"type":"delivery"}]}', 25, 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194'),
	('019cd052-9900-7048-86fa-a1641a953cca', 'record_confirmation', 1, '3028a3cb7578ba25d2b44e04095c5ec64404c2585df4d9dfdb5138bc9a934b0f', '{"class":"applied","id":"019cd052-9900-7048-86fa-a1641a953cca","problems":[],"touched":[{"id":"019cd052-9900-7049-a0ca-701609e80319","number":"SO-K2O-000011","revision":1,"type":"confirmation"}]}', 26, 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194'),
	('019cd052-9900-704c-b9e8-a32fd2df2c20', 'submit_order', 1, '1ec70b1fea0c787c9365c806200403be138ad6d1d0c9fe2e75b48b629b08a4df', '{"class":"applied","id":"019cd052-9900-704c-b9e8-a32fd2df2c20","problems":[{"code":"problem.order.credit.over","params":{"limit":"30000","over":"39204"},"path":"","severity":"warn"},{"code":"problem.line.stock.short","params":{"available":"14","code":"A107","unit":"张","unit_en":"pc","wanted":"20"},"path":"lines[0].quantity","severity":"warn"}],"touched":[{"id":"019cd052-9900-704a-9910-2776b45f51c3","number":"SO-K2O-000012","revision":1,"type":"order"},{"id":"019cd052-9900-704d-9f6c-893298b20411","number":null,"revision":1,"type":"task"},{"id":"019cd052-9900-704e-a148-e55d4b1e943e","number":null,"revision":1,"type":"task"}]}', 27, 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194'),
	('019cd052-9900-704f-8816-f0c2119b4fe5', 'comment_order', 1, '8f5df29fd2bd48383291b8daf965d737cc54dc5e2702d5b686a5d2e6544e6974', '{"class":"applied","id":"019cd052-9900-704f-8816-f0c2119b4fe5","problems":[],"touched":[{"id":"019cd052-9900-7050-9eac-d9803a782ebb","number":"SO-K2O-000012","revision":1,"type":"comment"}]}', 28, 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194'),
	('019cd052-9900-7051-84be-b6009d42f670', 'change_order', 1, '59e7310606f2a358a7d95d3626cd32866ddd7c4ca599607def4ae3561bfc8573', '{"class":"applied","id":"019cd052-9900-7051-84be-b6009d42f670","problems":[{"code":"problem.order.credit.over","params":{"limit":"30000","over":"41364"},"path":"","severity":"warn"},{"code":"problem.line.stock.short","params":{"available":"14","code":"A107","unit":"张","unit_en":"pc","wanted":"22"},"path":"lines[0].quantity","severity":"warn"}],"touched":[{"id":"019cd052-9900-704a-9910-2776b45f51c3","number":"SO-K2O-000012","revision":3,"type":"order"},{"id":"019cd052-9900-7052-8d97-f73547bc7548","number":null,"revision":1,"type":"task"},{"id":"019cd052-9900-7053-ba8e-81a0ead81dcd","number":null,"revision":1,"type":"task"},{"id":"019cd052-9900-704d-9f6c-893298b20411","number":null,"revision":2,"type":"task"},{"id":"019cd052-9900-704e-a148-e55d4b1e943e","number":null,"revision":2,"type":"task"}]}', 29, 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194'),
	('019cd052-9900-7056-a1fb-f69a5e68b7ca', 'merge_customers', 1, '5f1796aec0ba78c3bc3cc874e72fd09d33df49ee766869bd6efb52179b6da280', '{"class":"applied","id":"019cd052-9900-7056-a1fb-f69a5e68b7ca","problems":[],"touched":[{"id":"69ae8c51-1a63-51f1-94bd-6e997dedcea5","number":"C1001","revision":2,"type":"customer"},{"id":"019cd052-9900-7054-9a54-d01244e9e4a5","number":"C9001","revision":2,"type":"customer"}]}', 31, 1773021600000000, 'c4dc0019-ceb5-5f26-9b48-fb7afeaa02bb'),
	('019cd052-9900-705d-93f4-9bb1b372c56b', 'publish_adjustment', 1, '62655763dc76f97e9e6f088776c4dccf0b6fa5d8f02f3e4a86b4d6dcea675efc', '{"class":"applied","id":"019cd052-9900-705d-93f4-9bb1b372c56b","problems":[],"touched":[{"id":"019cd052-9900-705b-a5c0-85bf23edcb04","number":"PA-K2O-1","revision":2,"type":"price_adjustment"},{"id":"436906d7-fb14-51e7-9c1e-a038074ba982","number":"STD-2026","revision":2,"type":"price_list"}]}', 34, 1773021600000000, '4df98b6b-c009-55a2-8503-df8644fe65cd'),
	('019cd052-9900-7058-9cd2-76f1e414a8aa', 'change_tier', 1, '21647b073b7e2eead81ce8304b4204a90c188d1ffe0e7225f73da25867ae8ed9', '{"class":"applied","id":"019cd052-9900-7058-9cd2-76f1e414a8aa","problems":[],"touched":[{"id":"019cd052-9900-7057-88db-ae875cb58b8e","number":null,"revision":1,"type":"tier_change"}]}', 32, 1773021600000000, '4df98b6b-c009-55a2-8503-df8644fe65cd'),
	('019cd052-9900-705c-bb1c-0e3208fb09a0', 'put_adjustment', 1, '2bb6ca4ca59010f397f1e976ab268ed7d09486d6adfec344c3e93733273fae43', '{"class":"applied","id":"019cd052-9900-705c-bb1c-0e3208fb09a0","problems":[],"touched":[{"id":"019cd052-9900-705b-a5c0-85bf23edcb04","number":"PA-K2O-1","revision":1,"type":"price_adjustment"}]}', 33, 1773021600000000, '4df98b6b-c009-55a2-8503-df8644fe65cd');


--
-- Data for Name: confirmation_print; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.confirmation_print VALUES
	('019cd052-9900-7049-a0ca-701609e80319', '019cd052-9900-7043-a841-29e5bd4aeab0', 1, 1, 'zh', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194');


--
-- Data for Name: credit_account; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.credit_account VALUES
	('96ff19a9-dcfe-5291-b281-7d10e7f2cab6', 0),
	('3ddab078-e18a-5bae-bd9c-229d60df1107', 0),
	('86a00c23-8044-5954-8e59-aab3fb1c720b', 0),
	('04dcdd2f-75a6-558d-ae7c-bd63a5b319a3', 0),
	('96b83f13-c50b-5d80-b3be-90d7476c2756', 0),
	('aff2c463-dc40-5605-b855-b7274462543d', 0),
	('ee12af4a-36aa-5eb2-aba8-e938a5b6f464', 0),
	('d8c98c4e-e829-56df-b606-fa30b427d85b', 0),
	('6b4a871f-2b3d-5333-9485-a9791d53ee6f', 0),
	('11b555ac-d123-5a42-b5f0-068c575369ad', 0),
	('e12b9fad-039a-5da2-b6b1-691be056b367', 0),
	('5cd87373-0972-5bc4-9202-10c95ed2a997', 0),
	('3fff6284-fbf7-5c9e-8abf-8518e7d96cd0', 0),
	('c8f9669e-002f-5146-a06b-eec951d5cd79', 0),
	('c7d958c9-ed87-5532-8c79-6e173f93af2f', 0),
	('881b07d1-c9ea-5029-bf62-f86ea99c922e', 0),
	('c9cc01ba-bc51-54cc-aebe-a52674d90418', 0),
	('f70c8c1a-8a99-5f7e-9946-ba8ed1d094b5', 0),
	('01fc68e7-e8a4-5138-a75f-3b80cb1c0035', 0),
	('63c54d88-5a25-5344-b4e1-c2adb0f5843b', 0),
	('2a31b087-fb21-56d1-899e-ec99884abc89', 0),
	('daa5d087-5cb1-53f9-ad43-98a507114551', 0),
	('56ceef05-cafe-587f-85f0-ac410b6df9fd', 0),
	('9dac7b58-314c-5b92-9e7d-7ff0bfde6a92', 0),
	('fdbff76c-3a32-5bc8-89e1-265d1e0f07e2', 0),
	('2bb18556-6efc-581e-91b4-66383054a38f', 0),
	('a6a96da3-e459-5930-8c2e-1fc0740939fc', 0),
	('a61af914-3ec8-52ac-be8d-dffc29bc747e', 0),
	('16feaf8e-214c-562c-822f-3614f0524d7c', 0),
	('bd37b1ef-4c65-5231-983a-d57375b01330', 0),
	('48724b06-95da-54b1-8e5a-2482fd2c1738', 0),
	('13f43a45-cb8f-5014-821e-fb4f20099fc8', 0),
	('4c2246e5-bbe6-53e2-adb7-f3b3b6ba645d', 0),
	('27ce217e-1c6b-5738-b007-97e2f07640dd', 0),
	('93f40c92-b730-5365-ab77-d5077cbb50dd', 0),
	('18793f96-2b85-5c37-976a-0fd3149d0d52', 0),
	('88745a4d-5eff-5f4b-b850-0c424e64509e', 0),
	('8acdd9b3-3e05-5a78-8fbf-82345ce53025', 0),
	('6185aa30-9cf2-54d6-b62a-6b701f17813c', 681840000),
	('69ae8c51-1a63-51f1-94bd-6e997dedcea5', 27220000),
	('019cd052-9900-7054-9a54-d01244e9e4a5', 0);


--
-- Data for Name: customer; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.customer VALUES
	('96ff19a9-dcfe-5291-b281-7d10e7f2cab6', 1, 'C1002', '美家家居', 'Meijia Home', 'meijiajiaju mjjj', 'shop', 'a', 'active', '邓小梅', '0512-62531907', '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', NULL, NULL, 'days', 30, NULL, NULL, 'agreement tier list', 'CNY', true, 600000000, 123500000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('3ddab078-e18a-5bae-bd9c-229d60df1107', 1, 'C1003', '美佳家居', 'Meijia Living', 'meijiajiaju mjjj', 'dealer', 'b', 'active', '袁志明', '0571-86540912', '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', NULL, NULL, 'days', 30, NULL, NULL, 'agreement tier list', 'CNY', true, 400000000, 81205000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('86a00c23-8044-5954-8e59-aab3fb1c720b', 1, 'C1004', '鑫意家具', 'Xinyi Furniture', 'xinyijiaju xyjj', 'dealer', 'a', 'active', '汤鑫', '0574-87210433', '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', NULL, NULL, 'days', 45, NULL, NULL, 'agreement tier list', 'CNY', true, 800000000, 214000000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('04dcdd2f-75a6-558d-ae7c-bd63a5b319a3', 1, 'C1005', '宏达家具商行', 'Hongda Furniture Trading', 'hongdajiajushanghang hdjjsh hongdajiajushangxing hdjjsx', 'dealer', 'vip', 'active', '罗宏达', '025-84490088', '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', NULL, NULL, 'monthly', 0, 25, 15, 'agreement tier list', 'CNY', true, 2000000000, 668000000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('8acdd9b3-3e05-5a78-8fbf-82345ce53025', 1, 'C1006', '鸿达家私', 'Hongda Furnishing', 'hongdajiasi hdjs', 'shop', 'standard', 'active', '罗小鸿', '025-84416620', '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', NULL, NULL, 'days', 30, NULL, NULL, 'agreement tier list', 'CNY', true, 200000000, 0, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('96b83f13-c50b-5d80-b3be-90d7476c2756', 1, 'C2001', '蓝海酒店', 'Blue Sea Hotels', 'lanhaijiudian lhjd', 'end', 'vip', 'active', '高建国', '021-63219001', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', NULL, NULL, 'days', 60, NULL, NULL, 'agreement tier list', 'CNY', true, 3000000000, 420000000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('6185aa30-9cf2-54d6-b62a-6b701f17813c', 1, 'C2002', '青禾公寓', 'Qinghe Apartments', 'qinghegongyu qhgy', 'end', 'standard', 'active', '方青', '021-64702211', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', NULL, NULL, 'days', 30, NULL, NULL, 'agreement tier list', 'CNY', true, 300000000, 31800000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('aff2c463-dc40-5605-b855-b7274462543d', 1, 'C2003', '江南家私经销部', 'Jiangnan Furniture Distribution', 'jiangnanjiasijingxiaobu jnjsjxb', 'dealer', 'a', 'active', '陆江', '0510-85803344', '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', NULL, NULL, 'days', 45, NULL, NULL, 'agreement tier list', 'CNY', true, 800000000, 179000000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('ee12af4a-36aa-5eb2-aba8-e938a5b6f464', 1, 'C2004', '优选屋网店', 'Youxuanwu Online Store', 'youxuanwuwangdian yxwwd', 'shop', 'b', 'active', '祝晓', '0571-88237766', '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', NULL, NULL, 'days', 30, NULL, NULL, 'agreement tier list', 'CNY', true, 500000000, 56000000, '2026-03-08', 'partial', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('d8c98c4e-e829-56df-b606-fa30b427d85b', 1, 'C3001', '恒信酒店用品', 'Hengxin Hotel Supplies', 'hengxinjiudianyongpin hxjdyp', 'dealer', 'b', 'active', '冯恒', '021-69307748', '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', NULL, NULL, 'days', 45, NULL, NULL, 'agreement tier list', 'CNY', true, 400000000, 37190000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('6b4a871f-2b3d-5333-9485-a9791d53ee6f', 1, 'C3002', '恒欣酒店用品', 'Hengxin Hospitality', 'hengxinjiudianyongpin hxjdyp', 'dealer', 'standard', 'on_hold', '冯欣', '021-88491319', '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', NULL, NULL, 'monthly', 0, 25, 15, 'agreement tier list', 'CNY', true, 200000000, 74380000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('11b555ac-d123-5a42-b5f0-068c575369ad', 1, 'C3003', '绿洲餐饮', 'Oasis Catering', 'lvzhoucanyin lzcy', 'end', 'a', 'active', '白露', '021-67684890', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', NULL, NULL, 'on_delivery', 0, NULL, NULL, 'agreement tier list', 'CNY', true, 600000000, 111570000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('e12b9fad-039a-5da2-b6b1-691be056b367', 1, 'C3004', '晨光幼儿园', 'Chenguang Kindergarten', 'chenguangyoueryuan cgyey', 'end', 'standard', 'active', '季园长', '021-86878461', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', NULL, NULL, 'prepaid', 0, NULL, NULL, 'agreement tier list', 'CNY', true, 150000000, 73760000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"12310107425099887K","title":"上海市普陀区晨光幼儿园"}', '{}', '', '', '', NULL),
	('5cd87373-0972-5bc4-9202-10c95ed2a997', 1, 'C3005', '申城设计工作室', 'Shencheng Design Studio', 'shenchengshejigongzuoshi scsjgzs', 'end', 'b', 'active', '申屠诚', '021-66062032', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', NULL, NULL, 'days', 60, NULL, NULL, 'agreement tier list', 'CNY', true, 250000000, 60950000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('3fff6284-fbf7-5c9e-8abf-8518e7d96cd0', 1, 'C3006', '匠心装饰工程', 'Jiangxin Interiors', 'jiangxinzhuangshigongcheng jxzsgc', 'end', 'a', 'active', '欧阳匠', '021-85255603', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', NULL, NULL, 'days', 30, NULL, NULL, 'agreement tier list', 'CNY', true, 900000000, 223140000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('c8f9669e-002f-5146-a06b-eec951d5cd79', 1, 'C3007', '匠欣装饰', 'Jiangxin Decoration', 'jiangxinzhuangshi jxzs', 'end', 'standard', 'active', '匡欣', '021-64449174', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', NULL, NULL, 'days', 45, NULL, NULL, 'agreement tier list', 'CNY', true, 180000000, 80330000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('c7d958c9-ed87-5532-8c79-6e173f93af2f', 1, 'C3008', '海派茶馆', 'Haipai Tea House', 'haipaichaguan hpcg', 'end', 'standard', 'active', '单海', '021-83632745', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', NULL, NULL, 'monthly', 0, 25, 15, 'agreement tier list', 'CNY', true, 120000000, 57520000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('881b07d1-c9ea-5029-bf62-f86ea99c922e', 1, 'C3009', '东方书院', 'Oriental Academy', 'dongfangshuyuan dfsy', 'end', 'vip', 'active', '尉迟兰', '0512-62826316', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', NULL, NULL, 'on_delivery', 0, NULL, NULL, 'agreement tier list', 'CNY', true, 1200000000, 334710000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('c9cc01ba-bc51-54cc-aebe-a52674d90418', 1, 'C3010', '太湖民宿联盟', 'Taihu Guest Houses', 'taihuminsulianmeng thmslm taihuminxiulianmeng thmxlm', 'end', 'a', 'active', '仇湖', '0510-82019887', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', NULL, NULL, 'prepaid', 0, NULL, NULL, 'agreement tier list', 'CNY', true, 700000000, 21900000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('f70c8c1a-8a99-5f7e-9946-ba8ed1d094b5', 1, 'C3011', '金鸡湖会展', 'Jinji Lake Exhibitions', 'jinjihuhuizhan jjhhz jinjihukuaizhan jjhkz', 'end', 'b', 'active', '瞿锦', '0512-61203458', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', NULL, NULL, 'days', 60, NULL, NULL, 'agreement tier list', 'CNY', true, 500000000, 159090000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('01fc68e7-e8a4-5138-a75f-3b80cb1c0035', 1, 'C3012', '长乐养老院', 'Changle Care Home', 'changleyanglaoyuan clyly changyueyanglaoyuan cyyly zhangleyanglaoyuan zlyly zhangyueyanglaoyuan zyyly', 'end', 'standard', 'active', '曾乐', '0519-80397029', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', NULL, NULL, 'days', 30, NULL, NULL, 'agreement tier list', 'CNY', true, 300000000, 146280000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('63c54d88-5a25-5344-b4e1-c2adb0f5843b', 1, 'C3013', '扬子建材', 'Yangzi Building Materials', 'yangzijiancai yzjc', 'dealer', 'a', 'active', '杨子江', '0514-69580600', '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', NULL, NULL, 'days', 45, NULL, NULL, 'agreement tier list', 'CNY', false, 800000000, 83470000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('2a31b087-fb21-56d1-899e-ec99884abc89', 1, 'C3014', '淮海家具城', 'Huaihai Furniture Mall', 'huaihaijiajucheng hhjjc', 'dealer', 'b', 'active', '淮永年', '0516-88774171', '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', NULL, NULL, 'monthly', 0, 25, 15, 'agreement tier list', 'CNY', true, 600000000, 220660000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('daa5d087-5cb1-53f9-ad43-98a507114551', 1, 'C3015', '通州家居广场', 'Tongzhou Home Plaza', 'tongzhoujiajuguangchang tzjjgc', 'dealer', 'standard', 'stopped', '葛通', '0513-67967742', '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', NULL, NULL, 'on_delivery', 0, NULL, NULL, 'agreement tier list', 'CNY', true, 300000000, 107850000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('56ceef05-cafe-587f-85f0-ac410b6df9fd', 1, 'C3016', '西湖家居馆', 'West Lake Home Gallery', 'xihujiajuguan xhjjg', 'dealer', 'vip', 'active', '西门慧', '0571-87151313', '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', NULL, NULL, 'prepaid', 0, NULL, NULL, 'agreement tier list', 'CNY', true, 1500000000, 595040000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('9dac7b58-314c-5b92-9e7d-7ff0bfde6a92', 1, 'C3017', '甬江商贸', 'Yongjiang Trading', 'yongjiangshangmao yjsm', 'dealer', 'a', 'active', '邬甬', '0574-66344884', '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', NULL, NULL, 'days', 60, NULL, NULL, 'agreement last tier list', 'CNY', true, 900000000, 182230000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('fdbff76c-3a32-5bc8-89e1-265d1e0f07e2', 1, 'C3018', '温州宜居家具', 'Wenzhou Yiju Furniture', 'wenzhouyijujiaju wzyjjj', 'dealer', 'b', 'active', '麻宜', '0577-85538455', '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', NULL, NULL, 'days', 30, NULL, NULL, 'agreement tier list', 'CNY', true, 500000000, 169420000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('2bb18556-6efc-581e-91b4-66383054a38f', 1, 'C3019', '嘉兴宜家乐', 'Jiaxing Yijiale', 'jiaxingyijiale jxyjl jiaxingyijiayue jxyjy', 'shop', 'standard', 'active', '宣乐', '0573-64722026', '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', NULL, NULL, 'days', 45, NULL, NULL, 'agreement tier list', 'CNY', true, 200000000, 6610000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('a6a96da3-e459-5930-8c2e-1fc0740939fc', 1, 'C3020', '义乌淘家', 'Yiwu Taojia', 'yiwutaojia ywtj', 'shop', 'b', 'active', '骆淘', '0579-83915597', '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', NULL, NULL, 'monthly', 0, 25, 15, 'agreement tier list', 'CNY', true, 600000000, 143800000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('a61af914-3ec8-52ac-be8d-dffc29bc747e', 1, 'C3021', '木里旗舰店', 'Muli Flagship Store', 'muliqijiandian mlqjd', 'shop', 'a', 'active', '里木', '021-63109168', '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', NULL, NULL, 'on_delivery', 0, NULL, NULL, 'agreement tier list', 'CNY', true, 1000000000, 280990000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('16feaf8e-214c-562c-822f-3614f0524d7c', 1, 'C3022', '小满家居优品', 'Xiaoman Home Select', 'xiaomanjiajuyoupin xmjjyp', 'shop', 'standard', 'active', '满江红', '021-82292739', '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', NULL, NULL, 'prepaid', 0, NULL, NULL, 'agreement tier list', 'CNY', true, 150000000, 68180000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('bd37b1ef-4c65-5231-983a-d57375b01330', 1, 'C3023', '云上选物', 'Cloud Picks', 'yunshangxuanwu ysxw', 'shop', 'vip', 'active', '云小雁', '0571-61486310', '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', NULL, NULL, 'days', 60, NULL, NULL, 'agreement tier list', 'CNY', true, 1800000000, 855370000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('48724b06-95da-54b1-8e5a-2482fd2c1738', 1, 'C3024', '直播好物间', 'Live Good Things', 'zhibohaowujian zbhwj', 'shop', 'b', 'active', '郝务', '0571-80679881', '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', NULL, NULL, 'days', 30, NULL, NULL, 'agreement tier list', 'CNY', true, 400000000, 92560000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('13f43a45-cb8f-5014-821e-fb4f20099fc8', 1, 'C3025', '环球家居出口', 'Global Home Export', 'huanqiujiajuchukou hqjjck', 'export', 'a', 'active', 'Helen Xu', '021-69863452', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', NULL, NULL, 'days', 45, NULL, NULL, 'agreement tier list', 'CNY', true, 2500000000, 929750000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('4c2246e5-bbe6-53e2-adb7-f3b3b6ba645d', 1, 'C3026', '北欧木业采购处', 'Nordic Timber Sourcing', 'beioumuyecaigouchu bomycgc', 'export', 'vip', 'active', 'Lars Holm', '0512-89057023', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', NULL, NULL, 'monthly', 0, 25, 15, 'agreement tier list', 'CNY', true, 3000000000, 966940000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('27ce217e-1c6b-5738-b007-97e2f07640dd', 1, 'C3027', '南洋贸易', 'Nanyang Trading', 'nanyangmaoyi nymy', 'export', 'standard', 'active', '陈南洋', '0574-68240594', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', NULL, NULL, 'on_delivery', 0, NULL, NULL, 'agreement tier list', 'CNY', true, 600000000, 104130000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('93f40c92-b730-5365-ab77-d5077cbb50dd', 1, 'C3028', '富士商事', 'Fuji Shoji', 'fushishangshi fsss', 'export', 'b', 'active', '佐藤健', '021-87434165', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', NULL, NULL, 'prepaid', 0, NULL, NULL, 'agreement tier list', 'CNY', true, 900000000, 141320000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('18793f96-2b85-5c37-976a-0fd3149d0d52', 1, 'C3029', '莘庄社区中心', 'Xinzhuang Community Centre', 'xinzhuangshequzhongxin xzsqzx xinzhuangsheouzhongxin xzsozx shenzhuangshequzhongxin szsqzx shenzhuangsheouzhongxin szsozx', 'end', 'b', 'active', '莘敏', '021-66627736', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', NULL, NULL, 'days', 60, NULL, NULL, 'agreement tier list', 'CNY', true, 350000000, 28510000, '2026-03-08', 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('88745a4d-5eff-5f4b-b850-0c424e64509e', 1, 'C3030', '零售散客', 'Walk-in customers', 'lingshousanke lssk', 'end', 'standard', 'active', '', '021-85811307', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', NULL, NULL, 'prepaid', 0, NULL, NULL, 'agreement tier list', 'CNY', true, NULL, NULL, NULL, 'wait', '', '{"account":"","address":"","bank":"","kind":"ordinary","phone":"","tax_number":"","title":""}', '{}', '', '', '', NULL),
	('019cd052-9900-7054-9a54-d01244e9e4a5', 2, 'C9001', '华东家居', 'Huadong Home Co.', 'huadongjiaju hdjj', 'end', 'vip', 'stopped', '沈丽华', '021-58348812', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', NULL, NULL, 'monthly', 0, 25, 15, 'agreement tier list', 'CNY', true, 1000000000, NULL, NULL, 'ask', '送货前一天电话通知仓库', '{"account":"1001182309200456712","address":"","bank":"中国工商银行上海川沙支行","kind":"special","phone":"","tax_number":"91310115MA1K3HDJ2X","title":"上海华东家居有限公司"}', '{}', '', '', '', '69ae8c51-1a63-51f1-94bd-6e997dedcea5'),
	('69ae8c51-1a63-51f1-94bd-6e997dedcea5', 2, 'C1001', '华东家居', 'Huadong Home Co.', 'huadongjiaju hdjj', 'end', 'vip', 'active', '沈丽华', '021-58348812', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', NULL, NULL, 'monthly', 0, 25, 15, 'agreement tier list', 'CNY', true, 1000000000, 582400000, '2026-03-08', 'ask', '送货前一天电话通知仓库', '{"account":"1001182309200456712","address":"","bank":"中国工商银行上海川沙支行","kind":"special","phone":"","tax_number":"91310115MA1K3HDJ2X","title":"上海华东家居有限公司"}', '{}', '', '', '', NULL);


--
-- Data for Name: customer_address; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.customer_address VALUES
	('4e4977e5-0e4c-512a-99da-34d60b30b84b', '96ff19a9-dcfe-5291-b281-7d10e7f2cab6', 0, '园区仓', '江苏省', '苏州市', '吴中区', '东吴北路 299 号', '邓小梅', '13812771907', true),
	('fafcd0f9-94ee-56e4-aa58-787f9b4d5def', '3ddab078-e18a-5bae-bd9c-229d60df1107', 0, '总仓', '浙江省', '杭州市', '余杭区', '文一西路 1500 号', '袁志明', '13605810912', true),
	('63000a40-0836-5501-9b58-39b4ee187e10', '86a00c23-8044-5954-8e59-aab3fb1c720b', 0, '', '浙江省', '宁波市', '鄞州区', '宁穿路 2001 号', '汤鑫', '13957410433', true),
	('6414e536-1f8f-5446-b6bf-f7e78c8a65ac', '04dcdd2f-75a6-558d-ae7c-bd63a5b319a3', 0, '一号库', '江苏省', '南京市', '江宁区', '将军大道 88 号', '罗宏达', '13701590088', true),
	('caaa30c3-f760-5b31-b88c-93a7e3094f1f', '04dcdd2f-75a6-558d-ae7c-bd63a5b319a3', 1, '二号库', '江苏省', '南京市', '栖霞区', '仙林大道 163 号', '韩师傅', '13851490163', false),
	('9fb818aa-4358-5620-81bb-b641d9df7b93', '8acdd9b3-3e05-5a78-8fbf-82345ce53025', 0, '', '江苏省', '南京市', '鼓楼区', '中央路 302 号', '罗小鸿', '13770641620', true),
	('d72b472b-5af9-5de8-b0af-daee28b3ed4e', '96b83f13-c50b-5d80-b3be-90d7476c2756', 0, '外滩店', '上海市', '上海市', '黄浦区', '中山东一路 32 号', '工程部 高工', '13817009001', true),
	('caa485b7-7549-5bbe-9de7-ec9bdadc14df', '96b83f13-c50b-5d80-b3be-90d7476c2756', 1, '虹桥店', '上海市', '上海市', '长宁区', '虹桥路 1438 号', '工程部 孙工', '13817009002', false),
	('441771f1-c1be-50ee-a3ce-7926464fb4f9', '6185aa30-9cf2-54d6-b62a-6b701f17813c', 0, '', '上海市', '上海市', '闵行区', '七莘路 1855 号', '物业 方青', '13661702211', true),
	('c8c345f1-dce7-514b-b258-e1c9fb77c14b', 'aff2c463-dc40-5605-b855-b7274462543d', 0, '', '江苏省', '无锡市', '滨湖区', '蠡湖大道 1800 号', '陆江', '13506193344', true),
	('309c4cd1-c1f6-5c99-a60d-cbe058027590', 'ee12af4a-36aa-5eb2-aba8-e938a5b6f464', 0, '发货仓', '浙江省', '杭州市', '萧山区', '市心北路 108 号', '祝晓', '15868127766', true),
	('32cd5119-dd47-5912-98f8-52149e4b050e', 'd8c98c4e-e829-56df-b606-fa30b427d85b', 0, '', '上海市', '上海市', '宝山区', '蕴川路 516 号', '冯恒', '13759207748', true),
	('415a18f4-13bd-5132-8bfd-09e5efac97d9', '6b4a871f-2b3d-5333-9485-a9791d53ee6f', 0, '', '上海市', '上海市', '嘉定区', '曹安公路 4671 号', '冯欣', '13468371319', true),
	('95827ecf-89c0-5902-8dad-981c568cfc1b', '11b555ac-d123-5a42-b5f0-068c575369ad', 0, '', '上海市', '上海市', '静安区', '南京西路 1266 号', '白露', '13177544890', true),
	('045be9b6-6fef-5df1-b703-7e769e6f7473', 'e12b9fad-039a-5da2-b6b1-691be056b367', 0, '', '上海市', '上海市', '普陀区', '枣阳路 450 号', '季园长', '13886718461', true),
	('861c8107-3c1d-5121-8c8b-adeb1aaa04fd', '5cd87373-0972-5bc4-9202-10c95ed2a997', 0, '', '上海市', '上海市', '虹口区', '四川北路 1885 号', '申屠诚', '13595882032', true),
	('68f152ad-aeb3-56a5-a089-e3ce48d7cc4d', '3fff6284-fbf7-5c9e-8abf-8518e7d96cd0', 0, '', '上海市', '上海市', '杨浦区', '国定路 335 号', '欧阳匠', '13205055603', true),
	('1cc774d0-886a-5411-b1b8-f08fe5a800ad', 'c8f9669e-002f-5146-a06b-eec951d5cd79', 0, '', '上海市', '上海市', '松江区', '荣乐中路 12 号', '匡欣', '13914229174', true),
	('194138b8-7775-5438-a602-a7fc7f32187a', 'c7d958c9-ed87-5532-8c79-6e173f93af2f', 0, '', '上海市', '上海市', '黄浦区', '方浜中路 265 号', '单海', '13623392745', true),
	('41622279-500c-547c-b7ab-97571522a07a', '881b07d1-c9ea-5029-bf62-f86ea99c922e', 0, '', '江苏省', '苏州市', '姑苏区', '平江路 208 号', '尉迟兰', '13332566316', true),
	('e7a0e66e-5abb-502d-93b2-0de9630f006f', 'c9cc01ba-bc51-54cc-aebe-a52674d90418', 0, '', '江苏省', '无锡市', '滨湖区', '环太湖公路 18 号', '仇湖', '13041739887', true),
	('973a3a85-0c2c-53ca-814f-99ca7bfcaa3a', 'f70c8c1a-8a99-5f7e-9946-ba8ed1d094b5', 0, '', '江苏省', '苏州市', '吴中区', '苏州大道东 688 号', '瞿锦', '13750903458', true),
	('b207b0cd-4269-5a2f-a9be-08adb7c1aba4', '01fc68e7-e8a4-5138-a75f-3b80cb1c0035', 0, '', '江苏省', '常州市', '武进区', '长虹路 9 号', '曾乐', '13460077029', true),
	('d09253ea-9ec4-5c38-9229-5382da6aecf0', '63c54d88-5a25-5344-b4e1-c2adb0f5843b', 0, '', '江苏省', '扬州市', '邗江区', '文昌西路 525 号', '杨子江', '13169240600', true),
	('671e06f9-f463-5bdf-9050-6d91d5969616', '2a31b087-fb21-56d1-899e-ec99884abc89', 0, '', '江苏省', '徐州市', '云龙区', '和平路 26 号', '淮永年', '13878414171', true),
	('e02cece1-3787-500d-b462-0074108e0bed', 'daa5d087-5cb1-53f9-ad43-98a507114551', 0, '', '江苏省', '南通市', '通州区', '世纪大道 600 号', '葛通', '13587587742', true),
	('96d81c6b-3124-5249-abf2-424ae41019ce', '56ceef05-cafe-587f-85f0-ac410b6df9fd', 0, '', '浙江省', '杭州市', '西湖区', '曙光路 120 号', '西门慧', '13296751313', true),
	('652e5ede-7a92-5da9-bff8-aab8ec0e4561', '9dac7b58-314c-5b92-9e7d-7ff0bfde6a92', 0, '', '浙江省', '宁波市', '海曙区', '中山西路 138 号', '邬甬', '13905924884', true),
	('935c59dc-0579-5b1a-8f84-60850f2e10ed', 'fdbff76c-3a32-5bc8-89e1-265d1e0f07e2', 0, '', '浙江省', '温州市', '鹿城区', '车站大道 577 号', '麻宜', '13615098455', true),
	('e711c985-db66-508f-a503-5c74cc5fe56b', '2bb18556-6efc-581e-91b4-66383054a38f', 0, '', '浙江省', '嘉兴市', '南湖区', '中环南路 1882 号', '宣乐', '13324262026', true),
	('98a1dcea-1cdb-5d49-a2bc-13f7db992009', 'a6a96da3-e459-5930-8c2e-1fc0740939fc', 0, '', '浙江省', '金华市', '义乌市', '稠州北路 1000 号', '骆淘', '13033435597', true),
	('7be33211-a385-5809-94e5-b50e06b41e44', 'a61af914-3ec8-52ac-be8d-dffc29bc747e', 0, '', '上海市', '上海市', '青浦区', '华徐公路 999 号', '里木', '13742609168', true),
	('f07323b1-23ce-563d-91ef-6a710373f302', '16feaf8e-214c-562c-822f-3614f0524d7c', 0, '', '上海市', '上海市', '奉贤区', '望园路 2066 号', '满江红', '13451772739', true),
	('4b5dcfe4-2aea-5b53-ac0a-7acb87abfd25', 'bd37b1ef-4c65-5231-983a-d57375b01330', 0, '', '浙江省', '杭州市', '滨江区', '江南大道 588 号', '云小雁', '13160946310', true),
	('66ee1bb2-0a12-5662-9930-a1816a0e4bda', '48724b06-95da-54b1-8e5a-2482fd2c1738', 0, '', '浙江省', '杭州市', '钱塘区', '白杨街道 6 号大街', '郝务', '13870119881', true),
	('36684661-12ed-52bc-b4b3-4ddb36072661', '13f43a45-cb8f-5014-821e-fb4f20099fc8', 0, '', '上海市', '上海市', '浦东新区', '外高桥 富特北路 211 号', 'Helen Xu', '13579283452', true),
	('be736cd9-795e-5e37-9dd8-837de6bbd10d', '4c2246e5-bbe6-53e2-adb7-f3b3b6ba645d', 0, '', '江苏省', '苏州市', '虎丘区', '科技城 锦峰路 158 号', 'Lars Holm', '13288457023', true),
	('2803248d-9376-5de2-8d51-7e1bb4f391ed', '27ce217e-1c6b-5738-b007-97e2f07640dd', 0, '', '浙江省', '宁波市', '北仑区', '大榭港区 1 号', '陈南洋', '13997620594', true),
	('704b937b-08cc-5ea6-bf83-878433858f9e', '93f40c92-b730-5365-ab77-d5077cbb50dd', 0, '', '上海市', '上海市', '长宁区', '兴义路 8 号', '佐藤健', '13606794165', true),
	('87e80ebd-dc2b-5ac4-a1ef-ce92b3c41e18', '18793f96-2b85-5c37-976a-0fd3149d0d52', 0, '', '上海市', '上海市', '闵行区', '莘建路 180 号', '莘敏', '13315967736', true),
	('674d462f-de67-510f-83aa-0fd77e6848b1', '88745a4d-5eff-5f4b-b850-0c424e64509e', 0, '', '上海市', '上海市', '浦东新区', '张杨路 1458 号', '门市', '13025131307', true),
	('f8d069bb-f778-5f39-b412-7c820b5c1c90', '69ae8c51-1a63-51f1-94bd-6e997dedcea5', 0, '浦东仓库', '上海市', '上海市', '浦东新区', '川沙路 1188 号 3 号门', '周师傅', '13801968812', true),
	('929bdd95-b1cc-5ed9-a648-ae27f3665902', '69ae8c51-1a63-51f1-94bd-6e997dedcea5', 1, '7 号店', '上海市', '上海市', '徐汇区', '漕溪北路 595 号', '林店长', '13916620707', false),
	('a65454af-1380-5733-99f4-2467c2f784bd', '69ae8c51-1a63-51f1-94bd-6e997dedcea5', 2, '苏州店', '江苏省', '苏州市', '姑苏区', '人民路 2015 号', '徐店长', '13862015521', false),
	('eb0153db-3d3d-5ecf-9d7f-085de9a6f47f', '69ae8c51-1a63-51f1-94bd-6e997dedcea5', 3, '杭州店', '浙江省', '杭州市', '拱墅区', '莫干山路 868 号', '胡店长', '13958008668', false);


--
-- Data for Name: customer_item; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.customer_item VALUES
	('69ae8c51-1a63-51f1-94bd-6e997dedcea5', 'HD-T140', 'bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', '橡木长桌 1.4 米'),
	('69ae8c51-1a63-51f1-94bd-6e997dedcea5', 'HD-Y330', '5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17', '木油'),
	('69ae8c51-1a63-51f1-94bd-6e997dedcea5', 'HD-YZ01', '702b7cae-f5aa-560e-8904-157a59d1542b', '灰餐椅');


--
-- Data for Name: delivery; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.delivery VALUES
	('019cd052-9900-701d-86e8-464bc42b7170', 1, '019cd052-9900-7015-804b-43a97ff12229', 1, NULL, 'planned', '6185aa30-9cf2-54d6-b62a-6b701f17813c', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', '2026-03-12', '{"address_id":"441771f1-c1be-50ee-a3ce-7926464fb4f9","city":"上海市","district":"闵行区","label":"","phone":"13661702211","province":"上海市","receiver":"物业 方青","rest":"七莘路 1855 号"}', 'freight', NULL, NULL, NULL, '', '[]'),
	('019cd052-9900-7035-bfdd-a78d4ddc74c8', 1, '019cd052-9900-7008-b8fb-fe70cf44dd3f', 2, NULL, 'planned', '69ae8c51-1a63-51f1-94bd-6e997dedcea5', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', '2026-03-12', '{"address_id":"f8d069bb-f778-5f39-b412-7c820b5c1c90","city":"上海市","district":"浦东新区","label":"浦东仓库","phone":"13801968812","province":"上海市","receiver":"周师傅","rest":"川沙路 1188 号 3 号门"}', 'freight', NULL, NULL, NULL, '', '[]'),
	('019cd052-9900-700c-9cfd-de2af6fa5db8', 5, '019cd052-9900-7008-b8fb-fe70cf44dd3f', 1, 'DN-K2O-1', 'shipped', '69ae8c51-1a63-51f1-94bd-6e997dedcea5', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', '2026-03-12', '{"address_id":"f8d069bb-f778-5f39-b412-7c820b5c1c90","city":"上海市","district":"浦东新区","label":"浦东仓库","phone":"13801968812","province":"上海市","receiver":"周师傅","rest":"川沙路 1188 号 3 号门"}', 'freight', '1f17b64b-8abd-5e68-9632-81332b8ac93b', '1f17b64b-8abd-5e68-9632-81332b8ac93b', 1773021600000000, '', '[]'),
	('019cd052-9900-7046-98d8-6e7ef33c1a7f', 1, '019cd052-9900-7043-a841-29e5bd4aeab0', 1, NULL, 'planned', '69ae8c51-1a63-51f1-94bd-6e997dedcea5', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', '2026-03-13', '{"address_id":null,"city":"杭州市","district":"西湖区","label":"","phone":"13800138000","province":"浙江省","receiver":"张三","rest":"文三路 1 号"}', 'freight', NULL, NULL, NULL, '', '[]');


--
-- Data for Name: delivery_line; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.delivery_line VALUES
	('019cd052-9900-701e-86e6-3ef966809a11', '019cd052-9900-701d-86e8-464bc42b7170', 1, '019cd052-9900-7016-8570-74b7a9964aef', '019cd052-9900-7016-8570-74b7a9964aef', 24000, 0, 0, 0, ''),
	('019cd052-9900-701f-929e-272cd8b9b45c', '019cd052-9900-701d-86e8-464bc42b7170', 2, '019cd052-9900-7017-a9e8-452475139237', '019cd052-9900-7017-a9e8-452475139237', 12000, 0, 0, 0, ''),
	('019cd052-9900-700d-af4a-65d4a7677796', '019cd052-9900-700c-9cfd-de2af6fa5db8', 1, '019cd052-9900-7009-a89a-dfd8b1852f27', '019cd052-9900-7009-a89a-dfd8b1852f27', 2000, 1000, 1000, 0, 'missing'),
	('019cd052-9900-700e-a99a-c34e9d95847e', '019cd052-9900-700c-9cfd-de2af6fa5db8', 2, '019cd052-9900-700a-a61b-a1b20ab8ab67', '019cd052-9900-700a-a61b-a1b20ab8ab67', 6000, 6000, 6000, 0, ''),
	('019cd052-9900-7036-8141-a12fe286852c', '019cd052-9900-7035-bfdd-a78d4ddc74c8', 1, '019cd052-9900-7009-a89a-dfd8b1852f27', '019cd052-9900-7009-a89a-dfd8b1852f27', 1000, 0, 0, 0, ''),
	('019cd052-9900-7047-9ee1-8babe1d7300f', '019cd052-9900-7046-98d8-6e7ef33c1a7f', 1, '019cd052-9900-7044-a373-9bd4f0be600d', '019cd052-9900-7044-a373-9bd4f0be600d', 2000, 0, 0, 0, '');


--
-- Data for Name: field_definition; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: field_index; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: file_content; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.file_content VALUES
	('f14222a4a92ebd2b1e2e513710938fa9c7c7155ccd70707452d6035a243ceadc', 25, 'image/png', true, 1773021600000000);


--
-- Data for Name: file_content_piece; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.file_content_piece VALUES
	('f14222a4a92ebd2b1e2e513710938fa9c7c7155ccd70707452d6035a243ceadc', 0, 'f14222a4a92ebd2b1e2e513710938fa9c7c7155ccd70707452d6035a243ceadc');


--
-- Data for Name: file_piece; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.file_piece VALUES
	('f14222a4a92ebd2b1e2e513710938fa9c7c7155ccd70707452d6035a243ceadc', '\x89504e470d0a1a0a2061206661782061732069742063616d65', 1773021600000000);


--
-- Data for Name: hold; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: item; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.item VALUES
	('bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', 1, 'A105', '橡木餐桌 140', 'Oak table 140', 'xiangmucanzhuo140 xmcz140', 'standard', '1400×800×750', '浦木', '餐桌书桌', '张', 'pc', '张', 1, NULL, 130000, 8800000, 5120000, 7600000, true, '{}', NULL),
	('bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c', 1, 'A107', '橡木餐桌 180', 'Oak table 180', 'xiangmucanzhuo180 xmcz180', 'standard', '1800×900×750', '浦木', '餐桌书桌', '张', 'pc', '张', 1, NULL, 130000, 10800000, 6400000, 9300000, true, '{}', NULL),
	('51dc4cf1-444a-5cca-9b5e-5f82484fd703', 1, 'A110', '橡木圆餐桌 120', 'Oak round table 120', 'xiangmuyuancanzhuo120 xmycz120', 'standard', 'Ø1200×750', '浦木', '餐桌书桌', '张', 'pc', '张', 1, NULL, 130000, 9600000, 5600000, 8300000, true, '{}', NULL),
	('8999b8be-aac8-576a-aaa9-43c2fcc95e55', 1, 'A115', '胡桃木餐桌 160', 'Walnut table 160', 'hutaomucanzhuo160 htmcz160', 'standard', '1600×850×750', '浦木', '餐桌书桌', '张', 'pc', '张', 1, NULL, 130000, 15600000, 9050000, 13500000, true, '{}', NULL),
	('8abb4901-c9f3-506c-ac25-c0c12a2caef7', 1, 'A120', '白蜡木书桌 120', 'Ash desk 120', 'bailamushuzhuo120 blmsz120', 'standard', '1200×600×750', '浦木', '餐桌书桌', '张', 'pc', '张', 1, NULL, 130000, 7200000, 4180000, 6200000, true, '{}', NULL),
	('a5c4aa30-82e7-5a33-b7f6-89309c225961', 1, 'A122', '白蜡木书桌 140', 'Ash desk 140', 'bailamushuzhuo140 blmsz140', 'standard', '1400×650×750', '浦木', '餐桌书桌', '张', 'pc', '张', 1, NULL, 130000, 8200000, 4760000, 7050000, true, '{}', NULL),
	('5050517e-ec6a-57cc-a643-ae465e2148ac', 1, 'A130', '岩板茶几 90', 'Stone-top coffee table 90', 'yanbanchaji90 ybcj90', 'standard', '900×900×400', '浦木', '餐桌书桌', '张', 'pc', '张', 1, NULL, 130000, 6900000, 4020000, 5900000, true, '{}', NULL),
	('1d51c50a-f42b-51b3-b7b6-9aa4c7569170', 1, 'A135', '胡桃木边几', 'Walnut side table', 'hutaomubianji htmbj', 'standard', '450×450×550', '浦木', '餐桌书桌', '张', 'pc', '张', 1, NULL, 130000, 2900000, 1650000, 2500000, true, '{}', NULL),
	('79bc4bfb-2525-5b8c-8110-ebfaae0ea41b', 1, 'A140', '升降办公桌', 'Height-adjustable desk', 'shengjiangbangongzhuo sjbgz shengxiangbangongzhuo sxbgz', 'standard', '1400×700×720-1180', '浦木', '餐桌书桌', '张', 'pc', '张', 1, 1000, 130000, 14800000, 9100000, 12900000, true, '{}', NULL),
	('702b7cae-f5aa-560e-8904-157a59d1542b', 1, 'B210', '胡桃木餐椅 灰色', 'Chair, walnut, grey', 'hutaomucanyihuise htmcyhs hutaomucanyihuishai', 'standard', '480×520×830', '浦木', '椅凳', '把', 'pc', '把', 1, NULL, 130000, 1420000, 780000, 1180000, true, '{}', NULL),
	('a396fbe5-9942-5413-879c-42619b3fea36', 1, 'B211', '胡桃木餐椅 黑色', 'Chair, walnut, black', 'hutaomucanyiheise htmcyhs hutaomucanyiheishai', 'standard', '480×520×830', '浦木', '椅凳', '把', 'pc', '把', 1, NULL, 130000, 1420000, 780000, 1180000, true, '{}', NULL),
	('8df9e70a-f476-518c-8a40-8e4f20d1fb21', 1, 'B212', '胡桃木餐椅 米白', 'Chair, walnut, off-white', 'hutaomucanyimibai htmcymb', 'standard', '480×520×830', '浦木', '椅凳', '把', 'pc', '把', 1, NULL, 130000, 1420000, 780000, 1180000, true, '{}', NULL),
	('a5156714-a042-5160-bb73-cf659186cef6', 1, 'B220', '橡木温莎椅', 'Oak Windsor chair', 'xiangmuwenshayi xmwsy', 'standard', '530×500×900', '浦木', '椅凳', '把', 'pc', '把', 1, NULL, 130000, 2360000, 1320000, 1980000, true, '{}', NULL),
	('26a8dfef-d7e1-56a0-a646-f9fa78e928b4', 1, 'B225', '白蜡木吧椅', 'Ash bar stool', 'bailamubayi blmby', 'standard', '420×420×980', '浦木', '椅凳', '把', 'pc', '把', 1, NULL, 130000, 2680000, 1500000, 2260000, true, '{}', NULL),
	('92c790b8-56ae-504a-9fe6-ad65bd853a6f', 1, 'B230', '网布办公椅', 'Mesh office chair', 'wangbubangongyi wbbgy', 'standard', '650×650×1100', '浦木', '椅凳', '把', 'pc', '把', 1, NULL, 130000, 3980000, 2300000, 3390000, true, '{}', NULL),
	('a2364ff9-4687-5950-a14e-0b33fc798f29', 1, 'B235', '折叠椅', 'Folding chair', 'shedieyi sdy zhedieyi zdy', 'standard', '440×470×790', '浦木', '椅凳', '把', 'pc', '把', 1, NULL, 130000, 680000, 360000, 560000, true, '{}', NULL),
	('bab02613-7a19-5b54-9229-d910019760a6', 1, 'B240', '儿童椅 可升降', 'Children''s chair, adjustable', 'ertongyikeshengjiang etyksj ertongyikeshengxiang etyksx', 'standard', '450×480×780', '浦木', '椅凳', '把', 'pc', '把', 1, NULL, 130000, 1860000, 1040000, 1580000, true, '{}', NULL),
	('92c8a14f-711e-5c54-bec1-7f392dbf3285', 1, 'B250', '换鞋凳 90', 'Shoe bench 90', 'huanxiedeng90 hxd90', 'standard', '900×350×450', '浦木', '椅凳', '张', 'pc', '张', 1, NULL, 130000, 3280000, 1860000, 2790000, true, '{}', NULL),
	('5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17', 1, 'C330', '橡木油 1 升', 'Oak oil 1 l', 'xiangmuyou1sheng xmy1s', 'standard', '1 l', '浦木', '木蜡油与养护', '瓶', 'bottle', '瓶', 1, NULL, 130000, 520000, 275000, 450000, true, '{}', NULL),
	('d1510b77-5121-5fe9-a6d2-3291d36ebd6c', 1, 'C331', '橡木油 5 升', 'Oak oil 5 l', 'xiangmuyou5sheng xmy5s', 'standard', '5 l', '浦木', '木蜡油与养护', '桶', 'can', '桶', 1, NULL, 130000, 2280000, 1210000, 1960000, true, '{}', NULL),
	('c59d73f4-e3db-5825-983f-d6ec8b061ef2', 1, 'C335', '硬蜡油 透明 0.75 升', 'Hard wax oil, clear, 0.75 l', 'yinglayoutouming075sheng ylytm075s', 'standard', '0.75 l', '浦木', '木蜡油与养护', '瓶', 'bottle', '瓶', 1, NULL, 130000, 780000, 420000, 660000, true, '{}', NULL),
	('ba211372-5689-50b2-8507-c3f5fd94cddf', 1, 'C336', '硬蜡油 胡桃色 0.75 升', 'Hard wax oil, walnut, 0.75 l', 'yinglayouhutaose075sheng ylyhts075s yinglayouhutaoshai075sheng', 'standard', '0.75 l', '浦木', '木蜡油与养护', '瓶', 'bottle', '瓶', 1, NULL, 130000, 820000, 440000, 700000, true, '{}', NULL),
	('04dcdd7c-bd0a-5e32-84a0-1605013b9a23', 1, 'C340', '皮革护理乳 500 毫升', 'Leather care 500 ml', 'pigehuliru500haosheng pghlr500hs', 'standard', '500 ml', '浦木', '木蜡油与养护', '瓶', 'bottle', '瓶', 1, NULL, 130000, 460000, 220000, 380000, true, '{}', NULL),
	('d8b93d09-3f41-5c15-a475-51f4d702bda0', 1, 'C345', '超细纤维擦布', 'Microfibre cloth', 'chaoxixianweicabu cxxwcb', 'standard', '400×400', '浦木', '木蜡油与养护', '片', 'pc', '包', 1, NULL, 130000, 98000, 36000, 75000, true, '{}', NULL),
	('fa1d7f35-604e-5e50-9f4c-2c39d317fa32', 1, 'C350', '修补蜡笔 12 色', 'Repair wax sticks, 12 colours', 'xiubulabi12se xblb12s xiubulabi12shai', 'standard', '12', '浦木', '木蜡油与养护', '盒', 'box', '盒', 1, NULL, 130000, 360000, 150000, 290000, true, '{}', NULL),
	('931b464f-dab5-5b9c-9fab-3d59a4ef6ac6', 1, 'D410', '五斗柜 橡木', 'Chest of five drawers, oak', 'wudouguixiangmu wdgxm', 'standard', '800×450×1100', '浦木', '柜架', '台', 'pc', '台', 1, NULL, 130000, 13800000, 8120000, 11900000, true, '{}', NULL),
	('569568e3-8be3-5a5b-987f-a34b7d5fdf6d', 1, 'D412', '电视柜 180 橡木', 'TV board 180, oak', 'dianshigui180xiangmu dsg180xm', 'standard', '1800×400×480', '浦木', '柜架', '台', 'pc', '台', 1, NULL, 130000, 12600000, 7420000, 10900000, true, '{}', NULL),
	('ed5563bf-cdf8-5b7b-b4b3-b5aaf6401dc4', 1, 'D415', '餐边柜 胡桃木', 'Sideboard, walnut', 'canbianguihutaomu cbghtm', 'standard', '1500×420×850', '浦木', '柜架', '台', 'pc', '台', 1, NULL, 130000, 18900000, 11200000, 16400000, true, '{}', NULL),
	('052e4bc9-25f4-5885-9f4a-2a8d82179ab8', 1, 'D420', '书架 五层', 'Bookshelf, 5 boards', 'shujiawuceng sjwc', 'standard', '800×300×1800', '浦木', '柜架', '个', 'pc', '个', 1, NULL, 130000, 5600000, 3180000, 4800000, true, '{}', NULL),
	('5bb78e61-8c0b-59b7-8b0c-d7efc5257399', 1, 'D425', '开放式货架 钢木', 'Open rack, steel and wood', 'kaifangshihuojiagangmu kfshjgm', 'standard', '1000×400×1800', '浦木', '柜架', '个', 'pc', '个', 1, NULL, 130000, 4300000, 2420000, 3680000, true, '{}', NULL),
	('3c73aedd-a800-5af5-a53d-01672bf3af27', 1, 'D430', '床头柜 白蜡木', 'Bedside cabinet, ash', 'chuangtouguibailamu ctgblm', 'standard', '450×400×500', '浦木', '柜架', '台', 'pc', '台', 1, NULL, 130000, 3200000, 1800000, 2720000, true, '{}', NULL),
	('98d2b0af-a271-5d3b-966c-7a14821ed01e', 1, 'D435', '两门衣柜 橡木', 'Wardrobe, 2 doors, oak', 'liangmenyiguixiangmu lmygxm', 'standard', '900×600×2100', '浦木', '柜架', '台', 'pc', '台', 1, NULL, 130000, 23800000, 14200000, 20600000, true, '{}', NULL),
	('e9ed1636-0a47-559d-98fa-e1eed3198347', 1, 'D440', '鞋柜 三翻斗', 'Shoe cabinet, 3 flaps', 'xieguisanfandou xgsfd', 'standard', '800×240×1050', '浦木', '柜架', '台', 'pc', '台', 1, NULL, 130000, 4900000, 2760000, 4180000, true, '{}', NULL),
	('c0d000d4-f025-576d-93d0-1237a72a1cd3', 1, 'E510', '原木吊灯 40', 'Wooden pendant lamp 40', 'yuanmudiaodeng40 ymdd40', 'standard', 'Ø400 E27', '暖阁', '灯具', '盏', 'pc', '盏', 1, NULL, 130000, 2180000, 1180000, 1840000, true, '{}', NULL),
	('2a92768f-d6b1-5c16-a069-5e3f31120a46', 1, 'E512', '原木吊灯 60', 'Wooden pendant lamp 60', 'yuanmudiaodeng60 ymdd60', 'standard', 'Ø600 E27', '暖阁', '灯具', '盏', 'pc', '盏', 1, NULL, 130000, 2980000, 1620000, 2520000, true, '{}', NULL),
	('d126a3a7-fe8e-5fde-b6c2-49bcca65dd55', 1, 'E515', '落地灯 亚麻罩', 'Floor lamp, linen shade', 'luodidengyamazhao lddymz', 'standard', '1550 E27', '暖阁', '灯具', '盏', 'pc', '盏', 1, NULL, 130000, 3560000, 1960000, 3020000, true, '{}', NULL),
	('6de18fe7-770c-5733-b8b9-216e4c097fb5', 1, 'E520', '台灯 护眼', 'Desk lamp, flicker-free', 'taidenghuyan tdhy', 'standard', '12 W', '暖阁', '灯具', '盏', 'pc', '盏', 1, NULL, 130000, 1680000, 880000, 1400000, true, '{}', NULL),
	('51181674-a5b9-52bb-9d54-16a8e9e2886c', 1, 'E530', 'LED 灯泡 E27 9 瓦', 'LED bulb E27 9 W', 'leddengpaoe279wa ldpe279w', 'standard', '9 W 3000 K', '暖阁', '灯具', '只', 'pc', '只', 1, NULL, 130000, 125000, 54000, 99000, true, '{}', NULL),
	('2dc89e2a-9625-5923-8458-b5cae546550f', 1, 'F601', '自攻螺钉 4×40', 'Wood screw 4×40', 'zigongluoding440 zgld440', 'standard', '4×40 304', '固得', '五金配件', '只', 'pc', '只', 100, 100000, 130000, 68000, 29000, 52000, true, '{}', NULL),
	('a59c170a-63dd-5d96-970d-99ec3b813b36', 1, 'F602', '自攻螺钉 5×60', 'Wood screw 5×60', 'zigongluoding560 zgld560', 'standard', '5×60 304', '固得', '五金配件', '只', 'pc', '只', 100, 100000, 130000, 96000, 41000, 74000, true, '{}', NULL),
	('987da9d8-2abf-5ba0-ae8d-4ccbebd8d613', 1, 'F605', '木榫 8×40', 'Dowel 8×40', 'musun840 ms840', 'standard', '8×40 榉木', '固得', '五金配件', '只', 'pc', '只', 1000, 1000000, 130000, 210000, 80000, 160000, true, '{}', NULL),
	('6280217c-928c-5e59-bb63-89ea54002bf1', 1, 'F610', '缓冲铰链 全盖', 'Soft-close hinge, full overlay', 'huanchongjiaolianquangai hcjlqg', 'standard', 'Ø35 110°', '固得', '五金配件', '只', 'pc', '只', 1, NULL, 130000, 79000, 38000, 64000, true, '{}', NULL),
	('df30a2e4-2378-5c38-8f48-0603b2fa9e43', 1, 'F615', '三节静音滑轨 450', 'Drawer runner 450, silent', 'sanjiejingyinhuagui450 sjjyhg450', 'standard', '450', '固得', '五金配件', '副', 'pair', '副', 1, NULL, 130000, 285000, 142000, 235000, true, '{}', NULL),
	('492a95b5-b438-5263-989e-ab041e2d633e', 1, 'F620', '黄铜拉手 128', 'Brass handle 128', 'huangtonglashou128 htls128', 'standard', '128', '固得', '五金配件', '只', 'pc', '只', 1, NULL, 130000, 186000, 91000, 152000, true, '{}', NULL),
	('f17b1e3e-b06c-577b-ae53-4675ac6dfdcb', 1, 'F625', '桌脚调节垫', 'Levelling foot', 'zhuojiaotiaojiedian zjtjd zhuojiaodiaojiedian zjdjd', 'standard', 'M8×30', '固得', '五金配件', '只', 'pc', '只', 1, NULL, 130000, 32000, 11000, 24000, true, '{}', NULL),
	('e917bf71-ef62-5a21-83e4-db497bebe2c9', 1, 'F630', '毛毡垫 25', 'Felt pad 25', 'maozhandian25 mzd25', 'standard', 'Ø25', '固得', '五金配件', '片', 'pc', '片', 100, 50000, 130000, 150000, 55000, 115000, true, '{}', NULL),
	('e76556c9-1e3c-5843-81f4-5075a23ab1bb', 1, 'F640', '实木桌腿 720', 'Solid wood leg 720', 'shimuzhuotui720 smzt720', 'standard', '55×55×720', '浦木', '五金配件', '根', 'pc', '根', 1, NULL, 130000, 640000, 330000, 530000, true, '{}', NULL),
	('f88c41b7-54e5-58a5-8d00-b5c47ba1c7a5', 1, 'G710', '橡木直拼板 20 毫米', 'Oak board, 20 mm', 'xiangmuzhipinban20haomi xmzpb20hm', 'standard', '20 mm AB', '浦木', '板材布料', '平方米', 'm²', '平方米', 1, NULL, 130000, 3680000, 2140000, 3180000, true, '{}', NULL),
	('e60b75cb-d917-59a2-98c9-8eaf0fba8468', 1, 'G712', '白蜡木直拼板 20 毫米', 'Ash board, 20 mm', 'bailamuzhipinban20haomi blmzpb20hm', 'standard', '20 mm AB', '浦木', '板材布料', '平方米', 'm²', '平方米', 1, NULL, 130000, 2980000, 1720000, 2580000, true, '{}', NULL),
	('d24b940e-b7df-5228-883a-e54ddea210d5', 1, 'G720', '棉麻布 灰', 'Cotton-linen cloth, grey', 'mianmabuhui mmbh', 'standard', '幅宽 1.45 m', '素织', '板材布料', '米', 'm', '米', 1, NULL, 130000, 580000, 300000, 490000, true, '{}', NULL),
	('fcbc7813-8d6a-546d-8771-9e323f52f35a', 1, 'G721', '棉麻布 墨绿', 'Cotton-linen cloth, dark green', 'mianmabumolv mmbml', 'standard', '幅宽 1.45 m', '素织', '板材布料', '米', 'm', '米', 1, NULL, 130000, 580000, 300000, 490000, true, '{}', NULL),
	('fef851ef-bf6e-5847-9187-5766a1b567bc', 1, 'G725', '头层牛皮 棕', 'Full-grain leather, brown', 'toucengniupizong tcnpz', 'standard', '1.2-1.4 mm', '素织', '板材布料', '平方尺', 'sq ft', '平方尺', 1, NULL, 130000, 260000, 145000, 220000, true, '{}', NULL),
	('0821b355-013b-5903-97e1-00efdd38a052', 1, 'G730', '高回弹海绵 50 毫米', 'Resilient foam, 50 mm', 'gaohuitanhaimian50haomi ghthm50hm gaohuidanhaimian50haomi ghdhm50hm', 'standard', '1000×2000×50', '素织', '板材布料', '张', 'sheet', '张', 1, NULL, 130000, 740000, 380000, 620000, true, '{}', NULL),
	('ae506110-7275-5255-ad51-c0d53bda97d7', 1, 'H810', '定制橡木餐桌', 'Oak table, made to measure', 'dingzhixiangmucanzhuo dzxmcz', 'custom', '按图', '浦木', '定制与成套', '张', 'pc', '张', 1, NULL, 130000, 16800000, 9800000, 14500000, true, '{}', NULL),
	('81b194c0-c5a1-5a5e-b48f-e0594eab8714', 1, 'H815', '定制书柜', 'Bookcase, made to measure', 'dingzhishugui dzsg', 'custom', '按图', '浦木', '定制与成套', '平方米', 'm²', '平方米', 1, NULL, 130000, 29600000, 17400000, 25600000, true, '{}', NULL),
	('01a64568-ed67-54f8-be3a-c6c84b19e55c', 1, 'H820', '定制布艺沙发', 'Fabric sofa, made to measure', 'dingzhibuyishafa dzbysf', 'custom', '按图', '浦木', '定制与成套', '套', 'set', '套', 1, NULL, 130000, 58000000, 34200000, 50500000, true, '{}', NULL),
	('c04981e5-3a98-53c0-acbe-408dfa77f291', 1, 'H830', '激光刻字', 'Laser engraving', 'jiguangkezi jgkz', 'custom', '40 mm 以内', '浦木', '定制与成套', '次', 'job', '次', 1, NULL, 130000, 300000, 80000, 200000, true, '{}', NULL),
	('b2349bf4-fd51-50a9-80d8-aaa98a6fb941', 1, 'K905', '四人餐桌套装', 'Dining set for four', 'sirencanzhuotaozhuang srcztz', 'bundle', 'A105 + 4 × B210', '浦木', '定制与成套', '套', 'set', '套', 1, NULL, 130000, 13900000, 8240000, 11900000, true, '{}', NULL),
	('930046c4-0a49-5692-9417-4f227f703715', 1, 'K906', '六人餐桌套装', 'Dining set for six', 'liurencanzhuotaozhuang lrcztz lurencanzhuotaozhuang', 'bundle', 'A107 + 6 × B210', '浦木', '定制与成套', '套', 'set', '套', 1, NULL, 130000, 18600000, 11080000, 15900000, true, '{}', NULL),
	('6bde1403-9162-57d1-b06a-a8bced7ab2ed', 1, 'K910', '书房套装', 'Study set', 'shufangtaozhuang sftz', 'bundle', 'A120 + B230 + E520', '浦木', '定制与成套', '套', 'set', '套', 1, NULL, 130000, 12800000, 7600000, 11000000, true, '{}', NULL),
	('f8bfe11d-8d0a-58e3-99ea-60d2e2cf6486', 1, 'K920', '木器养护套装', 'Wood care kit', 'muqiyanghutaozhuang mqyhtz', 'bundle', 'C335 + C345 + C350', '浦木', '定制与成套', '套', 'set', '套', 1, NULL, 130000, 1280000, 640000, 1060000, true, '{}', NULL);


--
-- Data for Name: item_barcode; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.item_barcode VALUES
	('6904102001078', 'bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', '张'),
	('6904102001146', 'bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c', '张'),
	('6904102001214', '702b7cae-f5aa-560e-8904-157a59d1542b', '把'),
	('6904102001283', '702b7cae-f5aa-560e-8904-157a59d1542b', '箱'),
	('6904102001351', 'a396fbe5-9942-5413-879c-42619b3fea36', '把'),
	('6904102001429', 'a396fbe5-9942-5413-879c-42619b3fea36', '箱'),
	('6904102001498', '8df9e70a-f476-518c-8a40-8e4f20d1fb21', '把'),
	('6904102001566', '8df9e70a-f476-518c-8a40-8e4f20d1fb21', '箱'),
	('6904102001634', 'a5156714-a042-5160-bb73-cf659186cef6', '把'),
	('6904102001702', '92c790b8-56ae-504a-9fe6-ad65bd853a6f', '把'),
	('6904102001771', 'a2364ff9-4687-5950-a14e-0b33fc798f29', '把'),
	('6904102001849', 'a2364ff9-4687-5950-a14e-0b33fc798f29', '箱'),
	('6904102001917', '5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17', '瓶'),
	('6904102001986', '5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17', '箱'),
	('6904102002051', 'd1510b77-5121-5fe9-a6d2-3291d36ebd6c', '桶'),
	('6904102002129', 'c59d73f4-e3db-5825-983f-d6ec8b061ef2', '瓶'),
	('6904102002198', 'd8b93d09-3f41-5c15-a475-51f4d702bda0', '片'),
	('6904102002266', 'd8b93d09-3f41-5c15-a475-51f4d702bda0', '包'),
	('6904102002334', '052e4bc9-25f4-5885-9f4a-2a8d82179ab8', '个'),
	('6904102002402', 'c0d000d4-f025-576d-93d0-1237a72a1cd3', '盏'),
	('6904102002471', '6de18fe7-770c-5733-b8b9-216e4c097fb5', '盏'),
	('6904102002549', '51181674-a5b9-52bb-9d54-16a8e9e2886c', '只'),
	('6904102002617', '51181674-a5b9-52bb-9d54-16a8e9e2886c', '盒'),
	('6904102002686', '2dc89e2a-9625-5923-8458-b5cae546550f', '盒'),
	('6904102002754', '6280217c-928c-5e59-bb63-89ea54002bf1', '只'),
	('6904102002822', '492a95b5-b438-5263-989e-ab041e2d633e', '只'),
	('6904102002891', 'f8bfe11d-8d0a-58e3-99ea-60d2e2cf6486', '套');


--
-- Data for Name: item_unit; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.item_unit VALUES
	('702b7cae-f5aa-560e-8904-157a59d1542b', '箱', 'carton', 4000000, false),
	('a396fbe5-9942-5413-879c-42619b3fea36', '箱', 'carton', 4000000, false),
	('8df9e70a-f476-518c-8a40-8e4f20d1fb21', '箱', 'carton', 4000000, false),
	('a2364ff9-4687-5950-a14e-0b33fc798f29', '箱', 'carton', 6000000, false),
	('5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17', '箱', 'carton', 12000000, false),
	('c59d73f4-e3db-5825-983f-d6ec8b061ef2', '箱', 'carton', 12000000, false),
	('ba211372-5689-50b2-8507-c3f5fd94cddf', '箱', 'carton', 12000000, false),
	('04dcdd7c-bd0a-5e32-84a0-1605013b9a23', '箱', 'carton', 24000000, false),
	('d8b93d09-3f41-5c15-a475-51f4d702bda0', '包', 'pack', 10000000, false),
	('51181674-a5b9-52bb-9d54-16a8e9e2886c', '盒', 'box', 10000000, false),
	('2dc89e2a-9625-5923-8458-b5cae546550f', '盒', 'box', 500000000, false),
	('a59c170a-63dd-5d96-970d-99ec3b813b36', '盒', 'box', 200000000, false),
	('6280217c-928c-5e59-bb63-89ea54002bf1', '盒', 'box', 50000000, false),
	('f17b1e3e-b06c-577b-ae53-4675ac6dfdcb', '包', 'pack', 20000000, false),
	('e76556c9-1e3c-5843-81f4-5075a23ab1bb', '套', 'set of 4', 4000000, false),
	('f88c41b7-54e5-58a5-8d00-b5c47ba1c7a5', '张', 'sheet', 2977000, true),
	('e60b75cb-d917-59a2-98c9-8eaf0fba8468', '张', 'sheet', 2977000, true),
	('d24b940e-b7df-5228-883a-e54ddea210d5', '卷', 'roll', 50000000, true),
	('fcbc7813-8d6a-546d-8771-9e323f52f35a', '卷', 'roll', 50000000, true),
	('fef851ef-bf6e-5847-9187-5766a1b567bc', '张', 'hide', 48000000, true);


--
-- Data for Name: job; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.job VALUES
	('019cd052-9900-7059-952e-879dfb019df4', 'apply_tier_change', 'apply_tier_change:019cd052-9900-7057-88db-ae875cb58b8e', '019cd052-9900-7057-88db-ae875cb58b8e', 1774972800000000, NULL, NULL, 0, NULL, '');


--
-- Data for Name: job_holder; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: note_print; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.note_print VALUES
	('019cd052-9900-700c-9cfd-de2af6fa5db8', 1, 1773021600000000, '1f17b64b-8abd-5e68-9632-81332b8ac93b', ''),
	('019cd052-9900-700c-9cfd-de2af6fa5db8', 2, 1773021600000000, '1f17b64b-8abd-5e68-9632-81332b8ac93b', 'paper torn');


--
-- Data for Name: number_series; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.number_series VALUES
	('DN-K2O', 2),
	('SO-K2O', 13),
	('PA-K2O', 2);


--
-- Data for Name: order_comment; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.order_comment VALUES
	('019cd052-9900-7050-9eac-d9803a782ebb', '019cd052-9900-704a-9910-2776b45f51c3', '客户改成 22 张', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000);


--
-- Data for Name: order_line; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.order_line VALUES
	('019cd052-9900-7009-a89a-dfd8b1852f27', '019cd052-9900-7008-b8fb-fe70cf44dd3f', 1, 'bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', 'A105', '橡木餐桌 140', '1400×800×750', 'standard', 2000, '张', 1000000, 1, 8270000, 7318584, 8270000, 'tier', 0, 130000, 14637200, 1902800, 16540000, false, 16540000, 5120000, '', '', '{"below_floor":false,"figures":{"amount":"1654","amount_gross":"1654","amount_net":"1463.72","discount":"0","gross_unit_price":"827","list_value":"1654","net_unit_price":"731.8584","order_discount_share":"0","rounding_share":"0","tax":"190.28","tax_rate":"0.13","unit_price":"827"},"format":1,"line_id":"019cd052-9900-7009-a89a-dfd8b1852f27","near":[{"params":{"name":"华东家居春季展会价","price":"799","unit":"张","valid_to":"2026-02-17"},"reason":"ended","ref":"AG-HUADONG-FAIR"}],"receipt":[{"after":"827","before":null,"component":"base","of":"price","params":{"includes_tax":"yes","name":"VIP 价","price_unit":"1","source":"tier","unit":"张","valid_from":"","valid_to":""},"ref":"TIER-VIP"},{"after":"1654","before":null,"component":"amount","of":"amount","params":{"currency":"CNY","price":"827","price_unit":"1","quantity":"2","unit":"张"},"ref":""},{"after":"1654","before":"1654","component":"tax","of":"amount","params":{"includes_tax":"yes","net":"1463.72","percent":"13","rate":"0.13","tax":"190.28"},"ref":""}],"source":"tier","source_ref":"TIER-VIP"}', '[]', ''),
	('019cd052-9900-700a-a61b-a1b20ab8ab67', '019cd052-9900-7008-b8fb-fe70cf44dd3f', 2, 'a396fbe5-9942-5413-879c-42619b3fea36', 'B211', '胡桃木餐椅 黑色', '480×520×830', 'standard', 6000, '把', 1000000, 1, 1335000, 1181416, 1335000, 'tier', 0, 130000, 7088500, 921500, 8010000, false, 8010000, 780000, '', '', '{"below_floor":false,"figures":{"amount":"801","amount_gross":"801","amount_net":"708.85","discount":"0","gross_unit_price":"133.5","list_value":"801","net_unit_price":"118.1416","order_discount_share":"0","rounding_share":"0","tax":"92.15","tax_rate":"0.13","unit_price":"133.5"},"format":1,"line_id":"019cd052-9900-700a-a61b-a1b20ab8ab67","near":[{"params":{"name":"华东家居春季展会价","price":"119","unit":"把","valid_to":"2026-02-17"},"reason":"ended","ref":"AG-HUADONG-FAIR"}],"receipt":[{"after":"133.5","before":null,"component":"base","of":"price","params":{"includes_tax":"yes","name":"VIP 价","price_unit":"1","source":"tier","unit":"把","valid_from":"","valid_to":""},"ref":"TIER-VIP"},{"after":"801","before":null,"component":"amount","of":"amount","params":{"currency":"CNY","price":"133.5","price_unit":"1","quantity":"6","unit":"把"},"ref":""},{"after":"801","before":"801","component":"tax","of":"amount","params":{"includes_tax":"yes","net":"708.85","percent":"13","rate":"0.13","tax":"92.15"},"ref":""}],"source":"tier","source_ref":"TIER-VIP"}', '[]', ''),
	('019cd052-9900-7016-8570-74b7a9964aef', '019cd052-9900-7015-804b-43a97ff12229', 1, 'bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', 'A105', '橡木餐桌 140', '1400×800×750', 'standard', 24000, '张', 1000000, 1, 8800000, 7787611, 8800000, 'list', 0, 130000, 186902700, 24297300, 211200000, false, 211200000, 5120000, '', '', '{"below_floor":false,"figures":{"amount":"21120","amount_gross":"21120","amount_net":"18690.27","discount":"0","gross_unit_price":"880","list_value":"21120","net_unit_price":"778.7611","order_discount_share":"0","rounding_share":"0","tax":"2429.73","tax_rate":"0.13","unit_price":"880"},"format":1,"line_id":"019cd052-9900-7016-8570-74b7a9964aef","near":[],"receipt":[{"after":"880","before":null,"component":"base","of":"price","params":{"includes_tax":"yes","name":"标准价 2026","price_unit":"1","source":"list","unit":"张","valid_from":"","valid_to":""},"ref":"STD-2026"},{"after":"21120","before":null,"component":"amount","of":"amount","params":{"currency":"CNY","price":"880","price_unit":"1","quantity":"24","unit":"张"},"ref":""},{"after":"21120","before":"21120","component":"tax","of":"amount","params":{"includes_tax":"yes","net":"18690.27","percent":"13","rate":"0.13","tax":"2429.73"},"ref":""}],"source":"list","source_ref":"STD-2026"}', '[]', ''),
	('019cd052-9900-7017-a9e8-452475139237', '019cd052-9900-7015-804b-43a97ff12229', 2, '702b7cae-f5aa-560e-8904-157a59d1542b', 'B210', '胡桃木餐椅 灰色', '480×520×830', 'standard', 12000, '把', 1000000, 1, 1420000, 1256637, 1420000, 'list', 0, 130000, 15079600, 1960400, 17040000, false, 17040000, 780000, '', '', '{"below_floor":false,"figures":{"amount":"1704","amount_gross":"1704","amount_net":"1507.96","discount":"0","gross_unit_price":"142","list_value":"1704","net_unit_price":"125.6637","order_discount_share":"0","rounding_share":"0","tax":"196.04","tax_rate":"0.13","unit_price":"142"},"format":1,"line_id":"019cd052-9900-7017-a9e8-452475139237","near":[],"receipt":[{"after":"142","before":null,"component":"base","of":"price","params":{"includes_tax":"yes","name":"标准价 2026","price_unit":"1","source":"list","unit":"把","valid_from":"","valid_to":""},"ref":"STD-2026"},{"after":"1704","before":null,"component":"amount","of":"amount","params":{"currency":"CNY","price":"142","price_unit":"1","quantity":"12","unit":"把"},"ref":""},{"after":"1704","before":"1704","component":"tax","of":"amount","params":{"includes_tax":"yes","net":"1507.96","percent":"13","rate":"0.13","tax":"196.04"},"ref":""}],"source":"list","source_ref":"STD-2026"}', '[]', ''),
	('019cd052-9900-7021-8daa-02f70023b682', '019cd052-9900-7020-abd5-5c3bd8e94b15', 1, 'bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c', 'A107', '橡木餐桌 180', '1800×900×750', 'standard', 20000, '张', 1000000, 1, 10800000, 9557522, 10800000, 'list', 0, 130000, 191150400, 24849600, 216000000, false, 216000000, 6400000, '', '', '{"below_floor":false,"figures":{"amount":"21600","amount_gross":"21600","amount_net":"19115.04","discount":"0","gross_unit_price":"1080","list_value":"21600","net_unit_price":"955.7522","order_discount_share":"0","rounding_share":"0","tax":"2484.96","tax_rate":"0.13","unit_price":"1080"},"format":1,"line_id":"019cd052-9900-7021-8daa-02f70023b682","near":[],"receipt":[{"after":"1080","before":null,"component":"base","of":"price","params":{"includes_tax":"yes","name":"标准价 2026","price_unit":"1","source":"list","unit":"张","valid_from":"","valid_to":""},"ref":"STD-2026"},{"after":"21600","before":null,"component":"amount","of":"amount","params":{"currency":"CNY","price":"1080","price_unit":"1","quantity":"20","unit":"张"},"ref":""},{"after":"21600","before":"21600","component":"tax","of":"amount","params":{"includes_tax":"yes","net":"19115.04","percent":"13","rate":"0.13","tax":"2484.96"},"ref":""}],"source":"list","source_ref":"STD-2026"}', '[]', ''),
	('019cd052-9900-702c-9dc1-930b0f552c94', '019cd052-9900-702b-80b3-7cab19de2bc1', 1, 'bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c', 'A107', '橡木餐桌 180', '1800×900×750', 'standard', 22000, '张', 1000000, 1, 10800000, 9557522, 10800000, 'list', 0, 130000, 210265500, 27334500, 237600000, false, 237600000, 6400000, '', '', '{"below_floor":false,"figures":{"amount":"23760","amount_gross":"23760","amount_net":"21026.55","discount":"0","gross_unit_price":"1080","list_value":"23760","net_unit_price":"955.7522","order_discount_share":"0","rounding_share":"0","tax":"2733.45","tax_rate":"0.13","unit_price":"1080"},"format":1,"line_id":"019cd052-9900-702c-9dc1-930b0f552c94","near":[],"receipt":[{"after":"1080","before":null,"component":"base","of":"price","params":{"includes_tax":"yes","name":"标准价 2026","price_unit":"1","source":"list","unit":"张","valid_from":"","valid_to":""},"ref":"STD-2026"},{"after":"23760","before":null,"component":"amount","of":"amount","params":{"currency":"CNY","price":"1080","price_unit":"1","quantity":"22","unit":"张"},"ref":""},{"after":"23760","before":"23760","component":"tax","of":"amount","params":{"includes_tax":"yes","net":"21026.55","percent":"13","rate":"0.13","tax":"2733.45"},"ref":""}],"source":"list","source_ref":"STD-2026"}', '[]', ''),
	('019cd052-9900-7044-a373-9bd4f0be600d', '019cd052-9900-7043-a841-29e5bd4aeab0', 1, 'a396fbe5-9942-5413-879c-42619b3fea36', 'B211', '胡桃木餐椅 黑色', '480×520×830', 'standard', 2000, '把', 1000000, 1, 1335000, 1181416, 1335000, 'tier', 0, 130000, 2362800, 307200, 2670000, false, 2670000, 780000, '', '', '{"below_floor":false,"figures":{"amount":"267","amount_gross":"267","amount_net":"236.28","discount":"0","gross_unit_price":"133.5","list_value":"267","net_unit_price":"118.1416","order_discount_share":"0","rounding_share":"0","tax":"30.72","tax_rate":"0.13","unit_price":"133.5"},"format":1,"line_id":"019cd052-9900-7044-a373-9bd4f0be600d","near":[{"params":{"name":"华东家居春季展会价","price":"119","unit":"把","valid_to":"2026-02-17"},"reason":"ended","ref":"AG-HUADONG-FAIR"}],"receipt":[{"after":"133.5","before":null,"component":"base","of":"price","params":{"includes_tax":"yes","name":"VIP 价","price_unit":"1","source":"tier","unit":"把","valid_from":"","valid_to":""},"ref":"TIER-VIP"},{"after":"267","before":null,"component":"amount","of":"amount","params":{"currency":"CNY","price":"133.5","price_unit":"1","quantity":"2","unit":"把"},"ref":""},{"after":"267","before":"267","component":"tax","of":"amount","params":{"includes_tax":"yes","net":"236.28","percent":"13","rate":"0.13","tax":"30.72"},"ref":""}],"source":"tier","source_ref":"TIER-VIP"}', '[]', ''),
	('019cd052-9900-704b-9aee-a34841c9886e', '019cd052-9900-704a-9910-2776b45f51c3', 1, 'bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c', 'A107', '橡木餐桌 180', '1800×900×750', 'standard', 22000, '张', 1000000, 1, 10800000, 9557522, 10800000, 'list', 0, 130000, 210265500, 27334500, 237600000, false, 237600000, 6400000, '', '', '{"below_floor":false,"figures":{"amount":"23760","amount_gross":"23760","amount_net":"21026.55","discount":"0","gross_unit_price":"1080","list_value":"23760","net_unit_price":"955.7522","order_discount_share":"0","rounding_share":"0","tax":"2733.45","tax_rate":"0.13","unit_price":"1080"},"format":1,"line_id":"019cd052-9900-704b-9aee-a34841c9886e","near":[],"receipt":[{"after":"1080","before":null,"component":"base","of":"price","params":{"includes_tax":"yes","name":"标准价 2026","price_unit":"1","source":"list","unit":"张","valid_from":"","valid_to":""},"ref":"STD-2026"},{"after":"23760","before":null,"component":"amount","of":"amount","params":{"currency":"CNY","price":"1080","price_unit":"1","quantity":"22","unit":"张"},"ref":""},{"after":"23760","before":"23760","component":"tax","of":"amount","params":{"includes_tax":"yes","net":"21026.55","percent":"13","rate":"0.13","tax":"2733.45"},"ref":""}],"source":"list","source_ref":"STD-2026"}', '[]', '');


--
-- Data for Name: order_revision; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.order_revision VALUES
	('019cd052-9900-7001-b768-525373cf256d', 1, '{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"96ff19a9-dcfe-5291-b281-7d10e7f2cab6","deliver_to":{"address_id":"4e4977e5-0e4c-512a-99da-34d60b30b84b","city":"苏州市","district":"吴中区","label":"园区仓","phone":"13812771907","province":"江苏省","receiver":"邓小梅","rest":"东吴北路 299 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-7001-b768-525373cf256d","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-7002-b6d6-d7ea8f4d3e27","item_id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","manual_price":null,"manual_reason":"","notes":[],"quantity":"1","quoted_on":null,"schedule":[],"seen_price":"1037","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":"SO-K2O-000001","order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}', '84520c5d20d6f18442239cb640789a6c48d90f6e50210124c71e95e285586886', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000),
	('019cd052-9900-7004-8c27-5ade965eda32', 1, '{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"86a00c23-8044-5954-8e59-aab3fb1c720b","deliver_to":{"address_id":"63000a40-0836-5501-9b58-39b4ee187e10","city":"宁波市","district":"鄞州区","label":"","phone":"13957410433","province":"浙江省","receiver":"汤鑫","rest":"宁穿路 2001 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-7004-8c27-5ade965eda32","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-7005-b373-1a4a2f45e678","item_id":"a396fbe5-9942-5413-879c-42619b3fea36","manual_price":null,"manual_reason":"","notes":[],"quantity":"2","quoted_on":null,"schedule":[],"seen_price":"136.5","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":"SO-K2O-000002","order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}', 'e5e816e42cec2cb842436b45a19fcc479380f1be127d916dffe0b176d0521b87', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000),
	('019cd052-9900-7004-8c27-5ade965eda32', 2, '{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"86a00c23-8044-5954-8e59-aab3fb1c720b","deliver_to":{"address_id":"63000a40-0836-5501-9b58-39b4ee187e10","city":"宁波市","district":"鄞州区","label":"","phone":"13957410433","province":"浙江省","receiver":"汤鑫","rest":"宁穿路 2001 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-7004-8c27-5ade965eda32","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-7005-b373-1a4a2f45e678","item_id":"a396fbe5-9942-5413-879c-42619b3fea36","manual_price":null,"manual_reason":"","notes":[],"quantity":"2","quoted_on":null,"schedule":[],"seen_price":"136.5","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":"SO-K2O-000002","order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}', 'e5e816e42cec2cb842436b45a19fcc479380f1be127d916dffe0b176d0521b87', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000),
	('019cd052-9900-7008-b8fb-fe70cf44dd3f', 1, '{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"69ae8c51-1a63-51f1-94bd-6e997dedcea5","deliver_to":{"address_id":"f8d069bb-f778-5f39-b412-7c820b5c1c90","city":"上海市","district":"浦东新区","label":"浦东仓库","phone":"13801968812","province":"上海市","receiver":"周师傅","rest":"川沙路 1188 号 3 号门"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-7008-b8fb-fe70cf44dd3f","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-7009-a89a-dfd8b1852f27","item_id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","manual_price":null,"manual_reason":"","notes":[],"quantity":"2","quoted_on":null,"schedule":[],"seen_price":"827","typed_code":"","unit":"","when_short":null},{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-700a-a61b-a1b20ab8ab67","item_id":"a396fbe5-9942-5413-879c-42619b3fea36","manual_price":null,"manual_reason":"","notes":[],"quantity":"6","quoted_on":null,"schedule":[],"seen_price":"133.5","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":"SO-K2O-000003","order_discount":null,"parked":false,"payer_id":null,"po_number":"HD-26-0311","prices_include_tax":true,"requested":"2026-03-12","rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}', '9aaf9c21aac7ed8c207cdde8c085af6a5a57d8a8f24efda8c306e0dd0dcdb1cc', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000),
	('019cd052-9900-700f-840a-e4e28743feb6', 1, '{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"69ae8c51-1a63-51f1-94bd-6e997dedcea5","deliver_to":{"address_id":"f8d069bb-f778-5f39-b412-7c820b5c1c90","city":"上海市","district":"浦东新区","label":"浦东仓库","phone":"13801968812","province":"上海市","receiver":"周师傅","rest":"川沙路 1188 号 3 号门"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-700f-840a-e4e28743feb6","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-7010-8248-22990f3ebdd3","item_id":"5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17","manual_price":null,"manual_reason":"","notes":[],"quantity":"3","quoted_on":null,"schedule":[],"seen_price":"48.88","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":"SO-K2O-000004","order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}', '219c7539e177e2712e42347515bd229fc3c0aa4f2af223b87f3083a1c900fdb8', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000),
	('019cd052-9900-700f-840a-e4e28743feb6', 2, '{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"69ae8c51-1a63-51f1-94bd-6e997dedcea5","deliver_to":{"address_id":"f8d069bb-f778-5f39-b412-7c820b5c1c90","city":"上海市","district":"浦东新区","label":"浦东仓库","phone":"13801968812","province":"上海市","receiver":"周师傅","rest":"川沙路 1188 号 3 号门"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-700f-840a-e4e28743feb6","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-7010-8248-22990f3ebdd3","item_id":"5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17","manual_price":null,"manual_reason":"","notes":[],"quantity":"3","quoted_on":null,"schedule":[],"seen_price":"48.88","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":"SO-K2O-000004","order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}', '219c7539e177e2712e42347515bd229fc3c0aa4f2af223b87f3083a1c900fdb8', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000),
	('019cd052-9900-7015-804b-43a97ff12229', 1, '{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"6185aa30-9cf2-54d6-b62a-6b701f17813c","deliver_to":{"address_id":"441771f1-c1be-50ee-a3ce-7926464fb4f9","city":"上海市","district":"闵行区","label":"","phone":"13661702211","province":"上海市","receiver":"物业 方青","rest":"七莘路 1855 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-7015-804b-43a97ff12229","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-7016-8570-74b7a9964aef","item_id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","manual_price":null,"manual_reason":"","notes":[],"quantity":"24","quoted_on":null,"schedule":[],"seen_price":"880","typed_code":"","unit":"","when_short":null},{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-7017-a9e8-452475139237","item_id":"702b7cae-f5aa-560e-8904-157a59d1542b","manual_price":null,"manual_reason":"","notes":[],"quantity":"12","quoted_on":null,"schedule":[],"seen_price":"142","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":"SO-K2O-000005","order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":"2026-03-12","rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}', 'b3d4d7a046c77228286dd049315ab3ceef6127f84747d395dce12f17f052e8f1', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000),
	('019cd052-9900-7020-abd5-5c3bd8e94b15', 1, '{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"6185aa30-9cf2-54d6-b62a-6b701f17813c","deliver_to":{"address_id":"441771f1-c1be-50ee-a3ce-7926464fb4f9","city":"上海市","district":"闵行区","label":"","phone":"13661702211","province":"上海市","receiver":"物业 方青","rest":"七莘路 1855 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-7020-abd5-5c3bd8e94b15","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-7021-8daa-02f70023b682","item_id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","manual_price":null,"manual_reason":"","notes":[],"quantity":"20","quoted_on":null,"schedule":[],"seen_price":"1080","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":"SO-K2O-000006","order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}', '0bf783158c7c4e9904a4f0b24c803202f3e86f6a860dba7d4037b1de23a08304', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000),
	('019cd052-9900-7025-a43d-4e0312b2a414', 1, '{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"8acdd9b3-3e05-5a78-8fbf-82345ce53025","deliver_to":{"address_id":"9fb818aa-4358-5620-81bb-b641d9df7b93","city":"南京市","district":"鼓楼区","label":"","phone":"13770641620","province":"江苏省","receiver":"罗小鸿","rest":"中央路 302 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-7025-a43d-4e0312b2a414","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-7026-8cb4-0ff7a123f501","item_id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","manual_price":null,"manual_reason":"","notes":[],"quantity":"21","quoted_on":null,"schedule":[],"seen_price":"1080","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":"SO-K2O-000007","order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}', '96326c046c9899341225d3ad7db825d8e86db16228e76977b5ea7d7c531a15e9', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000),
	('019cd052-9900-7025-a43d-4e0312b2a414', 2, '{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"8acdd9b3-3e05-5a78-8fbf-82345ce53025","deliver_to":{"address_id":"9fb818aa-4358-5620-81bb-b641d9df7b93","city":"南京市","district":"鼓楼区","label":"","phone":"13770641620","province":"江苏省","receiver":"罗小鸿","rest":"中央路 302 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-7025-a43d-4e0312b2a414","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-7026-8cb4-0ff7a123f501","item_id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","manual_price":null,"manual_reason":"","notes":[],"quantity":"21","quoted_on":null,"schedule":[],"seen_price":"1080","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":"SO-K2O-000007","order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}', '96326c046c9899341225d3ad7db825d8e86db16228e76977b5ea7d7c531a15e9', '4df98b6b-c009-55a2-8503-df8644fe65cd', 1773021600000000),
	('019cd052-9900-702b-80b3-7cab19de2bc1', 1, '{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"8acdd9b3-3e05-5a78-8fbf-82345ce53025","deliver_to":{"address_id":"9fb818aa-4358-5620-81bb-b641d9df7b93","city":"南京市","district":"鼓楼区","label":"","phone":"13770641620","province":"江苏省","receiver":"罗小鸿","rest":"中央路 302 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-702b-80b3-7cab19de2bc1","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-702c-9dc1-930b0f552c94","item_id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","manual_price":null,"manual_reason":"","notes":[],"quantity":"22","quoted_on":null,"schedule":[],"seen_price":"1080","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":"SO-K2O-000008","order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}', '02cd6c0f3b152640a83da84e9d34e502701cdd31942adc50792f7aa2d5ba5b56', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000),
	('019cd052-9900-7039-a70f-b2d5c5cefdd8', 1, '{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"96ff19a9-dcfe-5291-b281-7d10e7f2cab6","deliver_to":{"address_id":"4e4977e5-0e4c-512a-99da-34d60b30b84b","city":"苏州市","district":"吴中区","label":"园区仓","phone":"13812771907","province":"江苏省","receiver":"邓小梅","rest":"东吴北路 299 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-7039-a70f-b2d5c5cefdd8","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-703a-b523-767c54366c21","item_id":"bf573c7f-e23c-51bc-a1dd-9582b6edb4c8","manual_price":null,"manual_reason":"","notes":[],"quantity":"2","quoted_on":null,"schedule":[],"seen_price":"845","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[{"for_customer":false,"internal":true,"on_delivery_note":false,"text":"先不要催款"},{"for_customer":false,"internal":false,"on_delivery_note":true,"text":"送货前打电话"}],"number":"SO-K2O-000009","order_discount":null,"parked":true,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}', '7a4fd63370ae513dac5cf530013a7b9dfcb35e7f9e2f18f9e6050e2030053ca5', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000),
	('019cd052-9900-703e-8824-63e974057241', 1, '{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"86a00c23-8044-5954-8e59-aab3fb1c720b","deliver_to":{"address_id":"63000a40-0836-5501-9b58-39b4ee187e10","city":"宁波市","district":"鄞州区","label":"","phone":"13957410433","province":"浙江省","receiver":"汤鑫","rest":"宁穿路 2001 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-703e-8824-63e974057241","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-703f-a595-da38f589d99a","item_id":"a396fbe5-9942-5413-879c-42619b3fea36","manual_price":null,"manual_reason":"","notes":[],"quantity":"4","quoted_on":null,"schedule":[],"seen_price":"136.5","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":"SO-K2O-000010","order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}', '200ff5cf1fb6fd839758babd662ab37beed3da84f608bac6a58e7e81dcd749d9', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000),
	('019cd052-9900-703e-8824-63e974057241', 2, '{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"86a00c23-8044-5954-8e59-aab3fb1c720b","deliver_to":{"address_id":"63000a40-0836-5501-9b58-39b4ee187e10","city":"宁波市","district":"鄞州区","label":"","phone":"13957410433","province":"浙江省","receiver":"汤鑫","rest":"宁穿路 2001 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-703e-8824-63e974057241","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-703f-a595-da38f589d99a","item_id":"a396fbe5-9942-5413-879c-42619b3fea36","manual_price":null,"manual_reason":"","notes":[],"quantity":"4","quoted_on":null,"schedule":[],"seen_price":"136.5","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":"SO-K2O-000010","order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}', '200ff5cf1fb6fd839758babd662ab37beed3da84f608bac6a58e7e81dcd749d9', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000),
	('019cd052-9900-703e-8824-63e974057241', 3, '{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"86a00c23-8044-5954-8e59-aab3fb1c720b","deliver_to":{"address_id":"63000a40-0836-5501-9b58-39b4ee187e10","city":"宁波市","district":"鄞州区","label":"","phone":"13957410433","province":"浙江省","receiver":"汤鑫","rest":"宁穿路 2001 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-703e-8824-63e974057241","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-703f-a595-da38f589d99a","item_id":"a396fbe5-9942-5413-879c-42619b3fea36","manual_price":null,"manual_reason":"","notes":[],"quantity":"4","quoted_on":null,"schedule":[],"seen_price":"136.5","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":"SO-K2O-000010","order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}', '200ff5cf1fb6fd839758babd662ab37beed3da84f608bac6a58e7e81dcd749d9', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000),
	('019cd052-9900-7043-a841-29e5bd4aeab0', 1, '{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"69ae8c51-1a63-51f1-94bd-6e997dedcea5","deliver_to":{"address_id":null,"city":"杭州市","district":"西湖区","label":"","phone":"13800138000","province":"浙江省","receiver":"张三","rest":"文三路 1 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":true,"freight":null,"freight_terms":"free","id":"019cd052-9900-7043-a841-29e5bd4aeab0","invoice_kind":"special","kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-7044-a373-9bd4f0be600d","item_id":"a396fbe5-9942-5413-879c-42619b3fea36","manual_price":null,"manual_reason":"","notes":[],"quantity":"2","quoted_on":null,"schedule":[],"seen_price":"133.5","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":"SO-K2O-000011","order_discount":null,"parked":false,"payer_id":null,"po_number":"","prices_include_tax":true,"requested":"2026-03-13","rounding":"none","salesperson_id":null,"sender_name":"华东家居旗舰店","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}', '47334f39fef448543dc2c6faf6109aee6c92656ccc7e26cc6ed28699902a89c9', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000),
	('019cd052-9900-704a-9910-2776b45f51c3', 1, '{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"6185aa30-9cf2-54d6-b62a-6b701f17813c","deliver_to":{"address_id":"441771f1-c1be-50ee-a3ce-7926464fb4f9","city":"上海市","district":"闵行区","label":"","phone":"13661702211","province":"上海市","receiver":"物业 方青","rest":"七莘路 1855 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-704a-9910-2776b45f51c3","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-704b-9aee-a34841c9886e","item_id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","manual_price":null,"manual_reason":"","notes":[],"quantity":"20","quoted_on":null,"schedule":[],"seen_price":"1080","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":"SO-K2O-000012","order_discount":null,"parked":false,"payer_id":null,"po_number":"QH-7","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}', 'a42b5a1745e2a51f4a665c6fdd8d56fc01a497987268259558cb0def32eff34a', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000),
	('019cd052-9900-704a-9910-2776b45f51c3', 2, '{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"6185aa30-9cf2-54d6-b62a-6b701f17813c","deliver_to":{"address_id":"441771f1-c1be-50ee-a3ce-7926464fb4f9","city":"上海市","district":"闵行区","label":"","phone":"13661702211","province":"上海市","receiver":"物业 方青","rest":"七莘路 1855 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-704a-9910-2776b45f51c3","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-704b-9aee-a34841c9886e","item_id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","manual_price":null,"manual_reason":"","notes":[],"quantity":"20","quoted_on":null,"schedule":[],"seen_price":"1080","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":"SO-K2O-000012","order_discount":null,"parked":false,"payer_id":null,"po_number":"QH-7","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}', 'a42b5a1745e2a51f4a665c6fdd8d56fc01a497987268259558cb0def32eff34a', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000),
	('019cd052-9900-704a-9910-2776b45f51c3', 3, '{"bill_to_id":null,"channel":"typed","currency":"CNY","custom":{},"customer_id":"6185aa30-9cf2-54d6-b62a-6b701f17813c","deliver_to":{"address_id":"441771f1-c1be-50ee-a3ce-7926464fb4f9","city":"上海市","district":"闵行区","label":"","phone":"13661702211","province":"上海市","receiver":"物业 方青","rest":"七莘路 1855 号"},"delivery_method":"freight","department":"","document_date":null,"drop_order":false,"freight":null,"freight_terms":"free","id":"019cd052-9900-704a-9910-2776b45f51c3","invoice_kind":null,"kind":"order","left_at":null,"lines":[{"discount":null,"gift":false,"gift_reason":"","id":"019cd052-9900-704b-9aee-a34841c9886e","item_id":"bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c","manual_price":null,"manual_reason":"","notes":[],"quantity":"22","quoted_on":null,"schedule":[],"seen_price":"1080","typed_code":"","unit":"","when_short":null}],"not_twins":[],"notes":[],"number":"SO-K2O-000012","order_discount":null,"parked":false,"payer_id":null,"po_number":"QH-7","prices_include_tax":true,"requested":null,"rounding":"none","salesperson_id":null,"sender_name":"","sender_phone":"","site_id":null,"urgency":"normal","when_short":"wait"}', '03faac686667d47bce15858d4a0125d58ff6d988f697942baf3469af689845ca', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000);


--
-- Data for Name: person; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.person VALUES
	('b15bdaed-ca37-5b2d-958a-232221fe9194', 1, 'lina', '李娜', 'Li Na', 'clerk', '华东销售部', 'zh', true),
	('2c37a87a-d330-52b5-ae3a-f340d8eb8929', 1, 'wangfang', '王芳', 'Wang Fang', 'clerk', '渠道销售部', 'zh', true),
	('1f17b64b-8abd-5e68-9632-81332b8ac93b', 1, 'zhaoqiang', '赵强', 'Zhao Qiang', 'warehouse', '仓储部', 'zh', true),
	('4df98b6b-c009-55a2-8503-df8644fe65cd', 1, 'zhangwei', '张伟', 'Zhang Wei', 'manager', '销售管理', 'zh', true),
	('3703c408-c281-52dc-8a15-5c81374cb36c', 1, 'chenjing', '陈静', 'Chen Jing', 'finance', '财务部', 'zh', true),
	('c4dc0019-ceb5-5f26-9b48-fb7afeaa02bb', 1, 'zhoumin', '周敏', 'Zhou Min', 'administrator', '信息部', 'zh', true);


--
-- Data for Name: price; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.price VALUES
	('5c3c2fa9-7e08-51c4-be24-bfe2746adea3', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', '张', 8270000, NULL, NULL),
	('c1e0b827-bba3-5f6b-aea8-cf0815360f6c', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c', '张', 10150000, NULL, NULL),
	('925d9f78-4dd2-57e8-99fa-73a944195a12', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '51dc4cf1-444a-5cca-9b5e-5f82484fd703', '张', 9025000, NULL, NULL),
	('18df534e-3c51-59a2-8620-d191c149da43', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '8999b8be-aac8-576a-aaa9-43c2fcc95e55', '张', 14665000, NULL, NULL),
	('78b7edf4-fd66-5b69-8c14-73459bb0a798', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '8abb4901-c9f3-506c-ac25-c0c12a2caef7', '张', 6770000, NULL, NULL),
	('6a73a467-44e1-593e-bd08-70dffcc769ed', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'a5c4aa30-82e7-5a33-b7f6-89309c225961', '张', 7710000, NULL, NULL),
	('1279044d-499c-510f-9d18-8ca7088f2447', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '5050517e-ec6a-57cc-a643-ae465e2148ac', '张', 6485000, NULL, NULL),
	('63b3fcfb-1408-59c6-8fa3-3c4b44199d21', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '1d51c50a-f42b-51b3-b7b6-9aa4c7569170', '张', 2725000, NULL, NULL),
	('dc8d69a9-fe14-5f63-acd2-86fba5edd22f', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '79bc4bfb-2525-5b8c-8110-ebfaae0ea41b', '张', 13910000, NULL, NULL),
	('86eb734d-afc8-5587-9a6f-b74215f6a3de', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '702b7cae-f5aa-560e-8904-157a59d1542b', '把', 1335000, NULL, NULL),
	('e6d88f30-c0d3-5a55-a238-76f5d81c109b', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'a396fbe5-9942-5413-879c-42619b3fea36', '把', 1335000, NULL, NULL),
	('d4f25c07-112f-594e-a866-f88cae50235f', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '8df9e70a-f476-518c-8a40-8e4f20d1fb21', '把', 1335000, NULL, NULL),
	('e0e10f3e-9924-50ca-bad4-dd1c9da5a5dd', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'a5156714-a042-5160-bb73-cf659186cef6', '把', 2220000, NULL, NULL),
	('4ffd380b-0935-5c75-8cd3-f2e21341f922', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '26a8dfef-d7e1-56a0-a646-f9fa78e928b4', '把', 2520000, NULL, NULL),
	('9fe9a368-471c-512c-a815-b8618aeb3033', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '92c790b8-56ae-504a-9fe6-ad65bd853a6f', '把', 3740000, NULL, NULL),
	('861a3571-d67c-5dc9-912c-6fd5c4d8c10b', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'a2364ff9-4687-5950-a14e-0b33fc798f29', '把', 639200, NULL, NULL),
	('0d54cb8f-e5e6-5706-b92d-1e62118fb6ac', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'bab02613-7a19-5b54-9229-d910019760a6', '把', 1750000, NULL, NULL),
	('cd6c712f-337b-5dd0-87fc-9096852ad858', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '92c8a14f-711e-5c54-bec1-7f392dbf3285', '张', 3085000, NULL, NULL),
	('7e53a40c-db69-5d2d-9cf4-49cf14549822', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17', '瓶', 488800, NULL, NULL),
	('7dad74e0-981f-538c-8654-dcac0942e9a4', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'd1510b77-5121-5fe9-a6d2-3291d36ebd6c', '桶', 2145000, NULL, NULL),
	('8f3d6df7-3805-51e3-805d-000f69a9bf81', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'c59d73f4-e3db-5825-983f-d6ec8b061ef2', '瓶', 733200, NULL, NULL),
	('b51d958a-abe0-5ed8-a5fe-e7c4c72a9526', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'ba211372-5689-50b2-8507-c3f5fd94cddf', '瓶', 770800, NULL, NULL),
	('d26569cf-e895-5ced-9a16-2a736ad00766', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '04dcdd7c-bd0a-5e32-84a0-1605013b9a23', '瓶', 432400, NULL, NULL),
	('170e59dd-1206-542d-8159-e269571577dc', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'd8b93d09-3f41-5c15-a475-51f4d702bda0', '包', 92100, NULL, NULL),
	('ed990f16-e72b-53d9-9800-9e1efe021a21', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'fa1d7f35-604e-5e50-9f4c-2c39d317fa32', '盒', 338400, NULL, NULL),
	('dd170afb-b2c7-5e1d-9c50-7ca22c4f50e9', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '931b464f-dab5-5b9c-9fab-3d59a4ef6ac6', '台', 12970000, NULL, NULL),
	('b1a4b4e2-00ba-5e81-abb3-5c39a3fa4128', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '569568e3-8be3-5a5b-987f-a34b7d5fdf6d', '台', 11845000, NULL, NULL),
	('159c5010-c3c5-521c-a9fe-005e35199c4e', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'ed5563bf-cdf8-5b7b-b4b3-b5aaf6401dc4', '台', 17765000, NULL, NULL),
	('00eadf8e-a7b9-5b8b-8a78-83ef461b8450', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '052e4bc9-25f4-5885-9f4a-2a8d82179ab8', '个', 5265000, NULL, NULL),
	('1faf776f-abf2-5f55-99e9-b9e75f26af73', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '5bb78e61-8c0b-59b7-8b0c-d7efc5257399', '个', 4040000, NULL, NULL),
	('d84d4f96-2fb7-5eda-bd3a-63455cc943bd', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '3c73aedd-a800-5af5-a53d-01672bf3af27', '台', 3010000, NULL, NULL),
	('b2d3bd33-ba05-5ca8-9bc6-d4a8f5f1b79a', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '98d2b0af-a271-5d3b-966c-7a14821ed01e', '台', 22370000, NULL, NULL),
	('c46d109d-41eb-5343-bdf9-f62a537b17b3', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'e9ed1636-0a47-559d-98fa-e1eed3198347', '台', 4605000, NULL, NULL),
	('267ded73-7e7b-5bb9-a146-5468b3500b19', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'c0d000d4-f025-576d-93d0-1237a72a1cd3', '盏', 2050000, NULL, NULL),
	('4c8468a0-0cc2-5e4b-99bd-6146cc2be093', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '2a92768f-d6b1-5c16-a069-5e3f31120a46', '盏', 2800000, NULL, NULL),
	('7d42d4e2-7091-532c-928c-f193c75f110f', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'd126a3a7-fe8e-5fde-b6c2-49bcca65dd55', '盏', 3345000, NULL, NULL),
	('94ceeeed-ad42-5148-bf7c-926d942a995c', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '6de18fe7-770c-5733-b8b9-216e4c097fb5', '盏', 1580000, NULL, NULL),
	('071891e2-946f-5f8f-bba9-1a2b744d27a3', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '51181674-a5b9-52bb-9d54-16a8e9e2886c', '只', 117500, NULL, NULL),
	('6b5dd2e3-e9a4-5f6d-92da-d4436e004aef', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '2dc89e2a-9625-5923-8458-b5cae546550f', '只', 63900, NULL, NULL),
	('befb76b7-bfde-5bb9-99f0-df179e681a30', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'a59c170a-63dd-5d96-970d-99ec3b813b36', '只', 90200, NULL, NULL),
	('fb49b9a5-5bbe-581b-8f73-de67429021ed', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '987da9d8-2abf-5ba0-ae8d-4ccbebd8d613', '只', 197400, NULL, NULL),
	('8975a62e-8ebf-5b6b-8c7e-e9be44330f75', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '6280217c-928c-5e59-bb63-89ea54002bf1', '只', 74300, NULL, NULL),
	('7ce2394c-1db0-575b-99b8-e150fa4f4ba0', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'df30a2e4-2378-5c38-8f48-0603b2fa9e43', '副', 267900, NULL, NULL),
	('89b098b8-4ce0-52bc-bfca-d36b6237b281', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '492a95b5-b438-5263-989e-ab041e2d633e', '只', 174800, NULL, NULL),
	('d59377e9-5def-5bc8-81e7-1809662189e9', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'f17b1e3e-b06c-577b-ae53-4675ac6dfdcb', '只', 30100, NULL, NULL),
	('cfba092c-add7-56e6-b56c-a863e41fe895', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'e917bf71-ef62-5a21-83e4-db497bebe2c9', '片', 141000, NULL, NULL),
	('a930482a-453b-5447-ab8b-33baeb34f426', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'e76556c9-1e3c-5843-81f4-5075a23ab1bb', '根', 601600, NULL, NULL),
	('6f673664-bbd5-5ca7-b624-c7f0c6d62ff2', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'f88c41b7-54e5-58a5-8d00-b5c47ba1c7a5', '平方米', 3460000, NULL, NULL),
	('78c137b9-8636-54f5-ae6c-0279ef3f04b6', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'e60b75cb-d917-59a2-98c9-8eaf0fba8468', '平方米', 2800000, NULL, NULL),
	('adfdbf12-2c6a-5754-bfc9-b14b8470fac5', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'd24b940e-b7df-5228-883a-e54ddea210d5', '米', 545200, NULL, NULL),
	('5132fb12-0ac9-50da-a7a8-bf2d128a8e67', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'fcbc7813-8d6a-546d-8771-9e323f52f35a', '米', 545200, NULL, NULL),
	('ffbf22da-fb14-5985-85ca-6dcdcfbbf2fa', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'fef851ef-bf6e-5847-9187-5766a1b567bc', '平方尺', 244400, NULL, NULL),
	('91d9d7cf-0911-5f8e-9b99-f0ef723f69ac', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '0821b355-013b-5903-97e1-00efdd38a052', '张', 695600, NULL, NULL),
	('ded5a1c0-7d84-5769-8ea1-17c22997abd2', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'b2349bf4-fd51-50a9-80d8-aaa98a6fb941', '套', 13065000, NULL, NULL),
	('993d6e33-0247-5d60-a462-1c40ddd0b777', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '930046c4-0a49-5692-9417-4f227f703715', '套', 17485000, NULL, NULL),
	('18d64d3d-e80f-5c57-b6f1-130fdff1cf54', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '6bde1403-9162-57d1-b06a-a8bced7ab2ed', '套', 12030000, NULL, NULL),
	('2247f7ca-05c9-53d1-bd89-984c96e80b02', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'f8bfe11d-8d0a-58e3-99ea-60d2e2cf6486', '套', 1205000, NULL, NULL),
	('be4aa5fc-29a5-55ba-b5f9-9b6afb4939ed', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', '张', 8450000, NULL, NULL),
	('fbcd5799-7716-511e-a33a-7e32011083fe', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c', '张', 10370000, NULL, NULL),
	('e6901eb5-793e-540e-9f55-b36923e6bc5b', '4454bb96-6952-55b5-b769-f0e41123a4f2', '51dc4cf1-444a-5cca-9b5e-5f82484fd703', '张', 9215000, NULL, NULL),
	('cd986224-3192-52df-96ee-fc09ea0394ff', '4454bb96-6952-55b5-b769-f0e41123a4f2', '8999b8be-aac8-576a-aaa9-43c2fcc95e55', '张', 14975000, NULL, NULL),
	('2e192f2b-532b-5d37-be95-8a844d0ec890', '4454bb96-6952-55b5-b769-f0e41123a4f2', '8abb4901-c9f3-506c-ac25-c0c12a2caef7', '张', 6910000, NULL, NULL),
	('183310c7-1a00-5819-8670-1fe1f670fae0', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'a5c4aa30-82e7-5a33-b7f6-89309c225961', '张', 7870000, NULL, NULL),
	('487c0dad-2788-5d39-a362-b3639db68260', '4454bb96-6952-55b5-b769-f0e41123a4f2', '5050517e-ec6a-57cc-a643-ae465e2148ac', '张', 6625000, NULL, NULL),
	('e0c1284b-a4fc-5c66-9f7d-7c82e67b3529', '4454bb96-6952-55b5-b769-f0e41123a4f2', '1d51c50a-f42b-51b3-b7b6-9aa4c7569170', '张', 2785000, NULL, NULL),
	('feaaedbd-aea7-5c23-9871-c784779a5e13', '4454bb96-6952-55b5-b769-f0e41123a4f2', '79bc4bfb-2525-5b8c-8110-ebfaae0ea41b', '张', 14210000, NULL, NULL),
	('9bb2d64d-bf78-500c-898f-4921bea08393', '4454bb96-6952-55b5-b769-f0e41123a4f2', '702b7cae-f5aa-560e-8904-157a59d1542b', '把', 1365000, NULL, NULL),
	('97167e6d-01b3-5d20-8789-6cd93a732180', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'a396fbe5-9942-5413-879c-42619b3fea36', '把', 1365000, NULL, NULL),
	('5b7b45b4-fa93-509d-b4af-aadd2321ed59', '4454bb96-6952-55b5-b769-f0e41123a4f2', '8df9e70a-f476-518c-8a40-8e4f20d1fb21', '把', 1365000, NULL, NULL),
	('df2d0558-14df-50da-96b4-ad01dd559c70', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'a5156714-a042-5160-bb73-cf659186cef6', '把', 2265000, NULL, NULL),
	('1b2c827c-24a9-5971-b412-c8c20492916d', '4454bb96-6952-55b5-b769-f0e41123a4f2', '26a8dfef-d7e1-56a0-a646-f9fa78e928b4', '把', 2575000, NULL, NULL),
	('92b4aab6-1206-5d3b-8695-4a4000e5247c', '4454bb96-6952-55b5-b769-f0e41123a4f2', '92c790b8-56ae-504a-9fe6-ad65bd853a6f', '把', 3820000, NULL, NULL),
	('7e620f66-25c2-50f1-8d00-ad77bf16d6f4', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'a2364ff9-4687-5950-a14e-0b33fc798f29', '把', 652800, NULL, NULL),
	('fe1d4e49-28f4-5d52-b7e2-ab8731279172', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'bab02613-7a19-5b54-9229-d910019760a6', '把', 1785000, NULL, NULL),
	('311ec613-b04a-5095-acc5-5c5edf252f8e', '4454bb96-6952-55b5-b769-f0e41123a4f2', '92c8a14f-711e-5c54-bec1-7f392dbf3285', '张', 3150000, NULL, NULL),
	('eb07382f-0cd9-528d-8936-917ba97d1145', '4454bb96-6952-55b5-b769-f0e41123a4f2', '5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17', '瓶', 499200, NULL, NULL),
	('082e3ccb-375d-571d-b81b-ba184a3cdaf9', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'd1510b77-5121-5fe9-a6d2-3291d36ebd6c', '桶', 2190000, NULL, NULL),
	('54158e39-671e-5e8a-9010-c5ca028f81a5', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'c59d73f4-e3db-5825-983f-d6ec8b061ef2', '瓶', 748800, NULL, NULL),
	('f3dbfbbc-6ede-5402-9857-19c745345d81', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'ba211372-5689-50b2-8507-c3f5fd94cddf', '瓶', 787200, NULL, NULL),
	('4c389ce1-da73-5290-b8f4-30fc3e8a0413', '4454bb96-6952-55b5-b769-f0e41123a4f2', '04dcdd7c-bd0a-5e32-84a0-1605013b9a23', '瓶', 441600, NULL, NULL),
	('f5a41c5b-ddc7-5392-9922-d4af6be95639', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'd8b93d09-3f41-5c15-a475-51f4d702bda0', '包', 94100, NULL, NULL),
	('00bc7868-4b7f-5abe-84d3-237bdc551e1d', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'fa1d7f35-604e-5e50-9f4c-2c39d317fa32', '盒', 345600, NULL, NULL),
	('7b9e7cf2-60f1-5f22-b015-f3ecdb071f03', '4454bb96-6952-55b5-b769-f0e41123a4f2', '931b464f-dab5-5b9c-9fab-3d59a4ef6ac6', '台', 13250000, NULL, NULL),
	('d62d7b58-060f-5d31-a112-634f5ddb68d9', '4454bb96-6952-55b5-b769-f0e41123a4f2', '569568e3-8be3-5a5b-987f-a34b7d5fdf6d', '台', 12095000, NULL, NULL),
	('4282b15b-fad1-534a-b1b2-ef51777912fa', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'ed5563bf-cdf8-5b7b-b4b3-b5aaf6401dc4', '台', 18145000, NULL, NULL),
	('1ab66038-2d93-5263-b8b4-1e8dccadbf52', '4454bb96-6952-55b5-b769-f0e41123a4f2', '052e4bc9-25f4-5885-9f4a-2a8d82179ab8', '个', 5375000, NULL, NULL),
	('0cf9a42d-8356-5874-9db2-d753483506a3', '4454bb96-6952-55b5-b769-f0e41123a4f2', '5bb78e61-8c0b-59b7-8b0c-d7efc5257399', '个', 4130000, NULL, NULL),
	('cb6f0bff-4744-519c-94e7-c228c27d4b2b', '4454bb96-6952-55b5-b769-f0e41123a4f2', '3c73aedd-a800-5af5-a53d-01672bf3af27', '台', 3070000, NULL, NULL),
	('96715b17-772b-5917-a02d-1ce2c2bdc7a3', '4454bb96-6952-55b5-b769-f0e41123a4f2', '98d2b0af-a271-5d3b-966c-7a14821ed01e', '台', 22850000, NULL, NULL),
	('5a7ea0fa-ab83-555a-b1a4-cff189bc8ccb', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'e9ed1636-0a47-559d-98fa-e1eed3198347', '台', 4705000, NULL, NULL),
	('5047992f-bf37-52c8-a33c-4123c2f1cba2', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'c0d000d4-f025-576d-93d0-1237a72a1cd3', '盏', 2095000, NULL, NULL),
	('491f5dde-b14c-5ef7-b1df-6e322825b481', '4454bb96-6952-55b5-b769-f0e41123a4f2', '2a92768f-d6b1-5c16-a069-5e3f31120a46', '盏', 2860000, NULL, NULL),
	('09f69508-6932-5f80-acc0-3444028fea35', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'd126a3a7-fe8e-5fde-b6c2-49bcca65dd55', '盏', 3420000, NULL, NULL),
	('6280ba57-2a3e-5d4c-b495-7b5a976c4109', '4454bb96-6952-55b5-b769-f0e41123a4f2', '6de18fe7-770c-5733-b8b9-216e4c097fb5', '盏', 1615000, NULL, NULL),
	('4ed020cd-4a1c-5b5d-8246-6f0948d11788', '4454bb96-6952-55b5-b769-f0e41123a4f2', '51181674-a5b9-52bb-9d54-16a8e9e2886c', '只', 120000, NULL, NULL),
	('c5c8dbd3-ae89-5862-ae22-20dc6bd5aa12', '4454bb96-6952-55b5-b769-f0e41123a4f2', '2dc89e2a-9625-5923-8458-b5cae546550f', '只', 65300, NULL, NULL),
	('f2f11758-4043-5505-860e-5d60fb78e855', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'a59c170a-63dd-5d96-970d-99ec3b813b36', '只', 92200, NULL, NULL),
	('69b838f8-8e33-5b82-9469-56f901280b29', '4454bb96-6952-55b5-b769-f0e41123a4f2', '987da9d8-2abf-5ba0-ae8d-4ccbebd8d613', '只', 201600, NULL, NULL),
	('1b0e095b-573d-5723-aabd-0c5aa19a469c', '4454bb96-6952-55b5-b769-f0e41123a4f2', '6280217c-928c-5e59-bb63-89ea54002bf1', '只', 75800, NULL, NULL),
	('e7ece79c-a036-5d2f-a149-474f6e3e9392', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'df30a2e4-2378-5c38-8f48-0603b2fa9e43', '副', 273600, NULL, NULL),
	('73d1b56b-ad35-5118-aa30-169f68384bba', '4454bb96-6952-55b5-b769-f0e41123a4f2', '492a95b5-b438-5263-989e-ab041e2d633e', '只', 178600, NULL, NULL),
	('e8aea0c2-09e0-53c6-aa0b-7f0167420553', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'f17b1e3e-b06c-577b-ae53-4675ac6dfdcb', '只', 30700, NULL, NULL),
	('67df4b0d-52d8-5bb5-a5ea-326830d20613', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'e917bf71-ef62-5a21-83e4-db497bebe2c9', '片', 144000, NULL, NULL),
	('8eb46fef-1309-579b-8693-fe68466ab417', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'e76556c9-1e3c-5843-81f4-5075a23ab1bb', '根', 614400, NULL, NULL),
	('9f780ebc-4129-5aad-ad40-10c93f69959d', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'f88c41b7-54e5-58a5-8d00-b5c47ba1c7a5', '平方米', 3535000, NULL, NULL),
	('107cce1b-c82e-5c25-9d9a-82bfefcee730', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'e60b75cb-d917-59a2-98c9-8eaf0fba8468', '平方米', 2860000, NULL, NULL),
	('747c19a9-c74b-5477-a03a-72fe6a765c2e', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'd24b940e-b7df-5228-883a-e54ddea210d5', '米', 556800, NULL, NULL),
	('658b553e-ca66-5232-8d02-c68639487e51', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'fcbc7813-8d6a-546d-8771-9e323f52f35a', '米', 556800, NULL, NULL),
	('813c5220-87a7-5952-836a-38bc2f0df98f', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'fef851ef-bf6e-5847-9187-5766a1b567bc', '平方尺', 249600, NULL, NULL),
	('3d75f5bb-7c8f-5b05-b4fa-ab52a604c15e', '4454bb96-6952-55b5-b769-f0e41123a4f2', '0821b355-013b-5903-97e1-00efdd38a052', '张', 710400, NULL, NULL),
	('ac6adc1b-3248-56af-9075-bf4e95121907', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'b2349bf4-fd51-50a9-80d8-aaa98a6fb941', '套', 13345000, NULL, NULL),
	('7185d668-3099-5d31-9a93-df0a0aeff834', '4454bb96-6952-55b5-b769-f0e41123a4f2', '930046c4-0a49-5692-9417-4f227f703715', '套', 17855000, NULL, NULL),
	('0daf10ae-b992-5ddc-8e11-9c2eab6f5a55', '4454bb96-6952-55b5-b769-f0e41123a4f2', '6bde1403-9162-57d1-b06a-a8bced7ab2ed', '套', 12290000, NULL, NULL),
	('8aa7cdfc-3b70-5aa5-97b2-17a5027083ce', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'f8bfe11d-8d0a-58e3-99ea-60d2e2cf6486', '套', 1230000, NULL, NULL),
	('eafabca2-20bd-5d6b-995a-336ad75583ba', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', '张', 8625000, NULL, NULL),
	('962ac4f9-f2c6-50ea-924d-a6220c103bcd', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c', '张', 10585000, NULL, NULL),
	('a7a7e0c3-ccd1-5fca-a140-62264729828b', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '51dc4cf1-444a-5cca-9b5e-5f82484fd703', '张', 9410000, NULL, NULL),
	('b1da2db7-5b0e-5550-95e1-776831f6b043', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '8999b8be-aac8-576a-aaa9-43c2fcc95e55', '张', 15290000, NULL, NULL),
	('648f904a-283b-5133-800a-68dd11cde536', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '8abb4901-c9f3-506c-ac25-c0c12a2caef7', '张', 7055000, NULL, NULL),
	('ac62fa73-85ba-5638-8640-2b59f2b2ce05', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'a5c4aa30-82e7-5a33-b7f6-89309c225961', '张', 8035000, NULL, NULL),
	('9005ed6d-64ff-5cc0-83df-5b95f5de3ecc', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '5050517e-ec6a-57cc-a643-ae465e2148ac', '张', 6760000, NULL, NULL),
	('2003796b-0dbd-5cc3-8183-7b92d3d476b0', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '1d51c50a-f42b-51b3-b7b6-9aa4c7569170', '张', 2840000, NULL, NULL),
	('1e78530e-31b8-5502-ac85-d2b2ca9c150b', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '79bc4bfb-2525-5b8c-8110-ebfaae0ea41b', '张', 14505000, NULL, NULL),
	('fac800f6-c3e5-5d09-9465-88b26fa7df27', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '702b7cae-f5aa-560e-8904-157a59d1542b', '把', 1390000, NULL, NULL),
	('90cfcb7b-d3f2-5537-abe6-7015a89f96fc', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'a396fbe5-9942-5413-879c-42619b3fea36', '把', 1390000, NULL, NULL),
	('fd31d56a-a2c7-58ae-83d4-a81bea316da1', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '8df9e70a-f476-518c-8a40-8e4f20d1fb21', '把', 1390000, NULL, NULL),
	('1c8ab496-7681-5fae-8a3e-d31f0c091888', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'a5156714-a042-5160-bb73-cf659186cef6', '把', 2315000, NULL, NULL),
	('34ac4707-65f4-525e-817d-8e0bb4a58b37', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '26a8dfef-d7e1-56a0-a646-f9fa78e928b4', '把', 2625000, NULL, NULL),
	('bbb6e94d-466b-5942-9a09-85992e13d568', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '92c790b8-56ae-504a-9fe6-ad65bd853a6f', '把', 3900000, NULL, NULL),
	('5d5e6409-3208-5b18-8b47-28b7a94ab3ed', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'a2364ff9-4687-5950-a14e-0b33fc798f29', '把', 666400, NULL, NULL),
	('dd036635-feff-5f1a-b376-b5dfbf34f0bf', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'bab02613-7a19-5b54-9229-d910019760a6', '把', 1825000, NULL, NULL),
	('811077b5-396a-5223-a48e-aa3d81b33ab0', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '92c8a14f-711e-5c54-bec1-7f392dbf3285', '张', 3215000, NULL, NULL),
	('e17549cb-519e-5d1c-8531-fcc2a9a9caca', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17', '瓶', 509600, NULL, NULL),
	('f7c1f483-61f9-5f92-8e66-18daf620861f', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'd1510b77-5121-5fe9-a6d2-3291d36ebd6c', '桶', 2235000, NULL, NULL),
	('2229d8dd-5ed2-5878-980f-4e8acf658266', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'c59d73f4-e3db-5825-983f-d6ec8b061ef2', '瓶', 764400, NULL, NULL),
	('101cfd0e-7887-5b18-98bb-3bc3c568bf19', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'ba211372-5689-50b2-8507-c3f5fd94cddf', '瓶', 803600, NULL, NULL),
	('770d6533-376a-5618-b86a-caaa4d3b9597', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '04dcdd7c-bd0a-5e32-84a0-1605013b9a23', '瓶', 450800, NULL, NULL),
	('8293dff1-8f77-5774-9d97-6bb3a155593a', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'd8b93d09-3f41-5c15-a475-51f4d702bda0', '包', 96000, NULL, NULL),
	('19ddf031-9a6c-53db-852f-59bcfe890174', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'fa1d7f35-604e-5e50-9f4c-2c39d317fa32', '盒', 352800, NULL, NULL),
	('f7db88c6-98d3-5064-8c21-5329084a4e0a', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '931b464f-dab5-5b9c-9fab-3d59a4ef6ac6', '台', 13525000, NULL, NULL),
	('b5d85d99-f3b2-5477-9684-bcd73734072a', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '569568e3-8be3-5a5b-987f-a34b7d5fdf6d', '台', 12350000, NULL, NULL),
	('cb9e438a-43bc-56c3-8096-1b14cc92c0b4', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'ed5563bf-cdf8-5b7b-b4b3-b5aaf6401dc4', '台', 18520000, NULL, NULL),
	('d66f434f-f07e-5d5d-99c8-44e871e01e74', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '052e4bc9-25f4-5885-9f4a-2a8d82179ab8', '个', 5490000, NULL, NULL),
	('fed924f9-80c5-5319-942f-7e42f2f54e20', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '5bb78e61-8c0b-59b7-8b0c-d7efc5257399', '个', 4215000, NULL, NULL),
	('49c9de5c-396f-5020-af5e-4013fb7d64f7', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '3c73aedd-a800-5af5-a53d-01672bf3af27', '台', 3135000, NULL, NULL),
	('93601fa5-2916-5b47-a0b3-037b1ab1a540', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '98d2b0af-a271-5d3b-966c-7a14821ed01e', '台', 23325000, NULL, NULL),
	('5ae71947-e362-5265-83d6-662355fec8c0', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'e9ed1636-0a47-559d-98fa-e1eed3198347', '台', 4800000, NULL, NULL),
	('755306bd-cdff-56bb-9a8a-4602e940e518', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'c0d000d4-f025-576d-93d0-1237a72a1cd3', '盏', 2135000, NULL, NULL),
	('1322c7e6-9e26-537e-8af6-b17acf5f9b9b', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '2a92768f-d6b1-5c16-a069-5e3f31120a46', '盏', 2920000, NULL, NULL),
	('f09642b2-4119-5d76-b228-416903cdc1ea', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'd126a3a7-fe8e-5fde-b6c2-49bcca65dd55', '盏', 3490000, NULL, NULL),
	('9dc517c3-ac4e-5c53-80bd-5c5c612cb837', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '6de18fe7-770c-5733-b8b9-216e4c097fb5', '盏', 1645000, NULL, NULL),
	('082aa5b0-8c42-58c0-9eb3-fe709e215065', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '51181674-a5b9-52bb-9d54-16a8e9e2886c', '只', 122500, NULL, NULL),
	('4223d178-f7a6-52ce-827e-00558d7bad46', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '2dc89e2a-9625-5923-8458-b5cae546550f', '只', 66600, NULL, NULL),
	('39bceb9a-f441-592e-95f3-490c74b5e805', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'a59c170a-63dd-5d96-970d-99ec3b813b36', '只', 94100, NULL, NULL),
	('d09f0471-71c2-5e08-bdc6-35639fc8c133', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '987da9d8-2abf-5ba0-ae8d-4ccbebd8d613', '只', 205800, NULL, NULL),
	('2170d400-067a-5120-b97c-c75a7dd5e3df', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '6280217c-928c-5e59-bb63-89ea54002bf1', '只', 77400, NULL, NULL),
	('7df71f6d-2bd6-54c8-9d88-d57c4985a0da', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'df30a2e4-2378-5c38-8f48-0603b2fa9e43', '副', 279300, NULL, NULL),
	('5bf758f4-26e6-5de6-ac38-b022b16b16f2', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '492a95b5-b438-5263-989e-ab041e2d633e', '只', 182300, NULL, NULL),
	('b329ded5-ee0e-53fa-bcf8-5938c28ebe32', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'f17b1e3e-b06c-577b-ae53-4675ac6dfdcb', '只', 31400, NULL, NULL),
	('0a0cbf39-0873-510b-8420-886914e16ab8', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'e917bf71-ef62-5a21-83e4-db497bebe2c9', '片', 147000, NULL, NULL),
	('125c5e4e-ce63-54ab-b4a6-036ced511102', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'e76556c9-1e3c-5843-81f4-5075a23ab1bb', '根', 627200, NULL, NULL),
	('fa233d3c-79ed-5621-90c9-cb557f51cbc9', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'f88c41b7-54e5-58a5-8d00-b5c47ba1c7a5', '平方米', 3605000, NULL, NULL),
	('0813468b-c3ea-5d92-832e-7220ce0543b5', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'e60b75cb-d917-59a2-98c9-8eaf0fba8468', '平方米', 2920000, NULL, NULL),
	('f411e5cf-fda5-51cd-9e51-fb9b6ee42c86', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'd24b940e-b7df-5228-883a-e54ddea210d5', '米', 568400, NULL, NULL),
	('d79f913b-ecdc-5dc4-934e-e3ee69a0f2ef', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'fcbc7813-8d6a-546d-8771-9e323f52f35a', '米', 568400, NULL, NULL),
	('e09411ef-0409-511f-b671-305e0b242b04', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'fef851ef-bf6e-5847-9187-5766a1b567bc', '平方尺', 254800, NULL, NULL),
	('61947a88-c7a3-5782-aaae-7a9093e18c02', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '0821b355-013b-5903-97e1-00efdd38a052', '张', 725200, NULL, NULL),
	('05d243fb-d584-5e3c-bdcd-5060d3aa6c35', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'b2349bf4-fd51-50a9-80d8-aaa98a6fb941', '套', 13620000, NULL, NULL),
	('22bcc97c-b592-5c58-9df8-b715782163ff', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '930046c4-0a49-5692-9417-4f227f703715', '套', 18230000, NULL, NULL),
	('637e8ed5-a4a7-52a2-ac35-c56429da953f', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', '6bde1403-9162-57d1-b06a-a8bced7ab2ed', '套', 12545000, NULL, NULL),
	('89c54a8d-0dfb-5a21-9ea4-9e6b1e068374', 'd7792325-1446-5ba3-bbc3-76a68c6b7555', 'f8bfe11d-8d0a-58e3-99ea-60d2e2cf6486', '套', 1255000, NULL, NULL),
	('352967a8-b8a7-5f6d-8c36-59020aee234e', 'd3a8d353-5144-5894-9bbe-8551344e9246', 'bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', '张', 7980000, NULL, NULL),
	('9a58dbaf-bd9d-5eb7-b337-b56536287bd8', 'd3a8d353-5144-5894-9bbe-8551344e9246', 'bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c', '张', 9850000, NULL, NULL),
	('484b7655-ea8c-5bd7-9c3f-125aeff64ad0', 'd3a8d353-5144-5894-9bbe-8551344e9246', '702b7cae-f5aa-560e-8904-157a59d1542b', '把', 1240000, NULL, NULL),
	('6fb3ca15-1338-5a44-a1e5-ea674a429c4a', 'd3a8d353-5144-5894-9bbe-8551344e9246', 'a396fbe5-9942-5413-879c-42619b3fea36', '把', 1240000, NULL, NULL),
	('c5aa19d8-1ba3-5821-bb3a-543db684b9c7', 'd3a8d353-5144-5894-9bbe-8551344e9246', '052e4bc9-25f4-5885-9f4a-2a8d82179ab8', '个', 5050000, NULL, NULL),
	('d53d1979-9aaf-50ac-baec-547cc7de2f59', 'fec08126-7479-550b-8c59-b6c3d726cce6', '702b7cae-f5aa-560e-8904-157a59d1542b', '把', 1190000, NULL, NULL),
	('a1b13933-1ede-5285-9768-92a56ee4523c', 'fec08126-7479-550b-8c59-b6c3d726cce6', 'a396fbe5-9942-5413-879c-42619b3fea36', '把', 1190000, NULL, NULL),
	('a166eb5e-0339-5ccc-a4d7-3f95f78494a9', 'fec08126-7479-550b-8c59-b6c3d726cce6', 'bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', '张', 7990000, NULL, NULL),
	('e1aa7750-61e0-5d00-a177-306cba95b3e6', '05a565e1-4545-5b4a-aeec-c45212c016df', '3c73aedd-a800-5af5-a53d-01672bf3af27', '台', 2880000, NULL, NULL),
	('e5bdd517-b1d6-5f76-bc81-176f2072f90d', '05a565e1-4545-5b4a-aeec-c45212c016df', 'd126a3a7-fe8e-5fde-b6c2-49bcca65dd55', '盏', 3180000, NULL, NULL),
	('f0e600f2-c2d1-57b3-afbe-bab8e3e69771', '05a565e1-4545-5b4a-aeec-c45212c016df', '92c8a14f-711e-5c54-bec1-7f392dbf3285', '张', 2980000, NULL, NULL),
	('4a1099e8-ef67-54fc-b034-00e1dee65306', '436906d7-fb14-51e7-9c1e-a038074ba982', 'bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', '张', 8800000, NULL, '2026-03-31'),
	('019cd052-9900-705e-8225-8cb8f6782941', '436906d7-fb14-51e7-9c1e-a038074ba982', 'bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', '张', 9150000, '2026-04-01', NULL),
	('7a52be8c-1565-5a1c-abba-e25160818550', '436906d7-fb14-51e7-9c1e-a038074ba982', 'bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c', '张', 10800000, NULL, NULL),
	('2914194e-83e6-5f8a-8375-cdc74caa9bea', '436906d7-fb14-51e7-9c1e-a038074ba982', '51dc4cf1-444a-5cca-9b5e-5f82484fd703', '张', 9600000, NULL, NULL),
	('b2e1914b-023c-54d8-a13e-f8171b3ccfda', '436906d7-fb14-51e7-9c1e-a038074ba982', '8999b8be-aac8-576a-aaa9-43c2fcc95e55', '张', 15600000, NULL, NULL),
	('26693993-fe15-5baf-8148-bb154c999a98', '436906d7-fb14-51e7-9c1e-a038074ba982', '8abb4901-c9f3-506c-ac25-c0c12a2caef7', '张', 7200000, NULL, NULL),
	('ab64019b-49a3-5a08-bc8e-d169219570bb', '436906d7-fb14-51e7-9c1e-a038074ba982', 'a5c4aa30-82e7-5a33-b7f6-89309c225961', '张', 8200000, NULL, NULL),
	('8c82007e-091e-580a-8b81-c2a199f39e6a', '436906d7-fb14-51e7-9c1e-a038074ba982', '5050517e-ec6a-57cc-a643-ae465e2148ac', '张', 6900000, NULL, NULL),
	('352b1a3d-020b-5c16-ab7d-22d721f689b6', '436906d7-fb14-51e7-9c1e-a038074ba982', '1d51c50a-f42b-51b3-b7b6-9aa4c7569170', '张', 2900000, NULL, NULL),
	('b25f1386-f19d-5210-8a43-24278fbcb206', '436906d7-fb14-51e7-9c1e-a038074ba982', '79bc4bfb-2525-5b8c-8110-ebfaae0ea41b', '张', 14800000, NULL, NULL),
	('b330bbbf-6c94-5833-b361-c724700d01d7', '436906d7-fb14-51e7-9c1e-a038074ba982', '702b7cae-f5aa-560e-8904-157a59d1542b', '把', 1420000, NULL, NULL),
	('98cd36e3-394e-53df-be91-5f2cfbdfe7c4', '436906d7-fb14-51e7-9c1e-a038074ba982', 'a396fbe5-9942-5413-879c-42619b3fea36', '把', 1420000, NULL, NULL),
	('de95b463-6669-5fa7-92ef-cf926b3c2162', '436906d7-fb14-51e7-9c1e-a038074ba982', '8df9e70a-f476-518c-8a40-8e4f20d1fb21', '把', 1420000, NULL, NULL),
	('255a743b-fa0a-5cc0-afad-c928d9a376fa', '436906d7-fb14-51e7-9c1e-a038074ba982', 'a5156714-a042-5160-bb73-cf659186cef6', '把', 2360000, NULL, NULL),
	('7a97c730-6902-5688-b342-4d4e5d6b062d', '436906d7-fb14-51e7-9c1e-a038074ba982', '26a8dfef-d7e1-56a0-a646-f9fa78e928b4', '把', 2680000, NULL, NULL),
	('2feaef7f-1a65-5ea7-b535-d193e523f2ee', '436906d7-fb14-51e7-9c1e-a038074ba982', '92c790b8-56ae-504a-9fe6-ad65bd853a6f', '把', 3980000, NULL, NULL),
	('d7ca4069-1e59-51b7-88a3-65f0b4b0d5dc', '436906d7-fb14-51e7-9c1e-a038074ba982', 'a2364ff9-4687-5950-a14e-0b33fc798f29', '把', 680000, NULL, NULL),
	('edbca781-c6a4-5e46-b354-b03c1a3d3c3b', '436906d7-fb14-51e7-9c1e-a038074ba982', 'bab02613-7a19-5b54-9229-d910019760a6', '把', 1860000, NULL, NULL);
INSERT INTO public.price VALUES
	('044f9416-5f2c-56b8-bd1c-759c0f3db08a', '436906d7-fb14-51e7-9c1e-a038074ba982', '92c8a14f-711e-5c54-bec1-7f392dbf3285', '张', 3280000, NULL, NULL),
	('8326f6fa-eaa6-54f3-9418-2a01f3fe8260', '436906d7-fb14-51e7-9c1e-a038074ba982', '5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17', '瓶', 520000, NULL, NULL),
	('148ba8f2-88c9-50e6-8cc2-17ecd4ca602e', '436906d7-fb14-51e7-9c1e-a038074ba982', 'd1510b77-5121-5fe9-a6d2-3291d36ebd6c', '桶', 2280000, NULL, NULL),
	('31c8a351-958f-51bf-82ba-4e37ff1c4456', '436906d7-fb14-51e7-9c1e-a038074ba982', 'c59d73f4-e3db-5825-983f-d6ec8b061ef2', '瓶', 780000, NULL, NULL),
	('5b9cb44f-3be3-59a9-a071-32835d841bfa', '436906d7-fb14-51e7-9c1e-a038074ba982', 'ba211372-5689-50b2-8507-c3f5fd94cddf', '瓶', 820000, NULL, NULL),
	('b78066c5-f3f4-56fc-8245-6c17885c1e4c', '436906d7-fb14-51e7-9c1e-a038074ba982', '04dcdd7c-bd0a-5e32-84a0-1605013b9a23', '瓶', 460000, NULL, NULL),
	('8109861f-a070-5bb2-a364-4c2a0d78accb', '436906d7-fb14-51e7-9c1e-a038074ba982', 'd8b93d09-3f41-5c15-a475-51f4d702bda0', '包', 98000, NULL, NULL),
	('88915d1b-f637-52a0-b52f-c4f736069bb5', '436906d7-fb14-51e7-9c1e-a038074ba982', 'fa1d7f35-604e-5e50-9f4c-2c39d317fa32', '盒', 360000, NULL, NULL),
	('432132e8-d257-5bfd-93ef-56e7e5aeab24', '436906d7-fb14-51e7-9c1e-a038074ba982', '931b464f-dab5-5b9c-9fab-3d59a4ef6ac6', '台', 13800000, NULL, NULL),
	('b9c197b4-315b-5a37-9c0b-f7b08a8e690e', '436906d7-fb14-51e7-9c1e-a038074ba982', '569568e3-8be3-5a5b-987f-a34b7d5fdf6d', '台', 12600000, NULL, NULL),
	('bbbad98b-237c-5577-a1c9-b2049962fc15', '436906d7-fb14-51e7-9c1e-a038074ba982', 'ed5563bf-cdf8-5b7b-b4b3-b5aaf6401dc4', '台', 18900000, NULL, NULL),
	('dd9d3348-dc1e-5714-bfb8-2dcad8c332a4', '436906d7-fb14-51e7-9c1e-a038074ba982', '052e4bc9-25f4-5885-9f4a-2a8d82179ab8', '个', 5600000, NULL, NULL),
	('45987907-a8c2-512d-a60b-692a6abc88db', '436906d7-fb14-51e7-9c1e-a038074ba982', '5bb78e61-8c0b-59b7-8b0c-d7efc5257399', '个', 4300000, NULL, NULL),
	('825323a0-b2c9-50ec-8daf-8754ee82b9cd', '436906d7-fb14-51e7-9c1e-a038074ba982', '3c73aedd-a800-5af5-a53d-01672bf3af27', '台', 3200000, NULL, NULL),
	('b3950b34-e44a-59a4-b1fa-daa68821fdd3', '436906d7-fb14-51e7-9c1e-a038074ba982', '98d2b0af-a271-5d3b-966c-7a14821ed01e', '台', 23800000, NULL, NULL),
	('7430bd16-fe6b-53cb-bd91-4fcd3f147940', '436906d7-fb14-51e7-9c1e-a038074ba982', 'e9ed1636-0a47-559d-98fa-e1eed3198347', '台', 4900000, NULL, NULL),
	('bddd517f-07ab-57f3-a50f-738481e8d18e', '436906d7-fb14-51e7-9c1e-a038074ba982', 'c0d000d4-f025-576d-93d0-1237a72a1cd3', '盏', 2180000, NULL, NULL),
	('31b41329-726b-5a21-9d17-3963dde28efe', '436906d7-fb14-51e7-9c1e-a038074ba982', '2a92768f-d6b1-5c16-a069-5e3f31120a46', '盏', 2980000, NULL, NULL),
	('b8f6c23f-9615-5be9-8962-b2cf5672e7e1', '436906d7-fb14-51e7-9c1e-a038074ba982', 'd126a3a7-fe8e-5fde-b6c2-49bcca65dd55', '盏', 3560000, NULL, NULL),
	('eba4ce50-5fc6-560a-b7df-35003759d39c', '436906d7-fb14-51e7-9c1e-a038074ba982', '6de18fe7-770c-5733-b8b9-216e4c097fb5', '盏', 1680000, NULL, NULL),
	('96583acd-4ea0-5f25-b21c-cbb52083e4c4', '436906d7-fb14-51e7-9c1e-a038074ba982', '51181674-a5b9-52bb-9d54-16a8e9e2886c', '只', 125000, NULL, NULL),
	('2b117d16-b282-593a-a810-27ee4e851cc1', '436906d7-fb14-51e7-9c1e-a038074ba982', '2dc89e2a-9625-5923-8458-b5cae546550f', '只', 68000, NULL, NULL),
	('bba77338-0ddd-528e-8e43-79bbba8f7cc5', '436906d7-fb14-51e7-9c1e-a038074ba982', 'a59c170a-63dd-5d96-970d-99ec3b813b36', '只', 96000, NULL, NULL),
	('1fbaa88d-f352-56e3-b732-bb114d5a1485', '436906d7-fb14-51e7-9c1e-a038074ba982', '987da9d8-2abf-5ba0-ae8d-4ccbebd8d613', '只', 210000, NULL, NULL),
	('6d8a4ea9-abdd-50ef-980b-a30a16656226', '436906d7-fb14-51e7-9c1e-a038074ba982', '6280217c-928c-5e59-bb63-89ea54002bf1', '只', 79000, NULL, NULL),
	('7afc8418-2e65-5f93-934a-c704e97eb1ea', '436906d7-fb14-51e7-9c1e-a038074ba982', 'df30a2e4-2378-5c38-8f48-0603b2fa9e43', '副', 285000, NULL, NULL),
	('dee3331e-d5c6-59c9-822d-ef3bcda71ff8', '436906d7-fb14-51e7-9c1e-a038074ba982', '492a95b5-b438-5263-989e-ab041e2d633e', '只', 186000, NULL, NULL),
	('9969a6db-beca-52bb-b743-cfb69b9092c3', '436906d7-fb14-51e7-9c1e-a038074ba982', 'f17b1e3e-b06c-577b-ae53-4675ac6dfdcb', '只', 32000, NULL, NULL),
	('6a644aa9-41c5-5592-a0c9-6ccaf03366f6', '436906d7-fb14-51e7-9c1e-a038074ba982', 'e917bf71-ef62-5a21-83e4-db497bebe2c9', '片', 150000, NULL, NULL),
	('754bcff2-b6d7-5abe-a9c6-1d63634c3c3d', '436906d7-fb14-51e7-9c1e-a038074ba982', 'e76556c9-1e3c-5843-81f4-5075a23ab1bb', '根', 640000, NULL, NULL),
	('3522caaf-2e31-5fc8-88a7-f22f7c22a68b', '436906d7-fb14-51e7-9c1e-a038074ba982', 'f88c41b7-54e5-58a5-8d00-b5c47ba1c7a5', '平方米', 3680000, NULL, NULL),
	('0734d63b-53aa-583a-bcb0-11307f7df464', '436906d7-fb14-51e7-9c1e-a038074ba982', 'e60b75cb-d917-59a2-98c9-8eaf0fba8468', '平方米', 2980000, NULL, NULL),
	('0f45e603-7527-5bdb-a1d2-049309acb92e', '436906d7-fb14-51e7-9c1e-a038074ba982', 'd24b940e-b7df-5228-883a-e54ddea210d5', '米', 580000, NULL, NULL),
	('9422461c-a11b-581d-8159-835856989655', '436906d7-fb14-51e7-9c1e-a038074ba982', 'fcbc7813-8d6a-546d-8771-9e323f52f35a', '米', 580000, NULL, NULL),
	('c3aaecaf-0767-5ed9-a8a7-ac27a98db6e0', '436906d7-fb14-51e7-9c1e-a038074ba982', 'fef851ef-bf6e-5847-9187-5766a1b567bc', '平方尺', 260000, NULL, NULL),
	('9f52873f-d48c-5431-b9a2-5c1063f4dcb8', '436906d7-fb14-51e7-9c1e-a038074ba982', '0821b355-013b-5903-97e1-00efdd38a052', '张', 740000, NULL, NULL),
	('8fde503e-a885-584e-b5ce-0ccd67544f04', '436906d7-fb14-51e7-9c1e-a038074ba982', 'ae506110-7275-5255-ad51-c0d53bda97d7', '张', 16800000, NULL, NULL),
	('63001a06-1191-5391-965e-419f40f80eeb', '436906d7-fb14-51e7-9c1e-a038074ba982', '81b194c0-c5a1-5a5e-b48f-e0594eab8714', '平方米', 29600000, NULL, NULL),
	('a4d0843d-e689-50b6-a347-d2036e841f7f', '436906d7-fb14-51e7-9c1e-a038074ba982', '01a64568-ed67-54f8-be3a-c6c84b19e55c', '套', 58000000, NULL, NULL),
	('32f25c32-501d-5add-b479-62961ae4035e', '436906d7-fb14-51e7-9c1e-a038074ba982', 'c04981e5-3a98-53c0-acbe-408dfa77f291', '次', 300000, NULL, NULL),
	('c48a738a-5bce-5e4d-83e2-8c6f5e24a727', '436906d7-fb14-51e7-9c1e-a038074ba982', 'b2349bf4-fd51-50a9-80d8-aaa98a6fb941', '套', 13900000, NULL, NULL),
	('440eb3ef-6f96-5621-8f29-88016befcf96', '436906d7-fb14-51e7-9c1e-a038074ba982', '930046c4-0a49-5692-9417-4f227f703715', '套', 18600000, NULL, NULL),
	('ad210da1-9bf1-5863-8129-2f2d20799f17', '436906d7-fb14-51e7-9c1e-a038074ba982', '6bde1403-9162-57d1-b06a-a8bced7ab2ed', '套', 12800000, NULL, NULL),
	('85994ca7-5e04-553b-adbf-32b06301bc12', '436906d7-fb14-51e7-9c1e-a038074ba982', 'f8bfe11d-8d0a-58e3-99ea-60d2e2cf6486', '套', 1280000, NULL, NULL);


--
-- Data for Name: price_adjustment; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.price_adjustment VALUES
	('019cd052-9900-705b-a5c0-85bf23edcb04', 2, 'PA-K2O-1', 'published', '2026-04-01', '橡木涨价', 'keep', '4df98b6b-c009-55a2-8503-df8644fe65cd', 1773021600000000, '4df98b6b-c009-55a2-8503-df8644fe65cd', 1773021600000000, NULL, NULL, '');


--
-- Data for Name: price_adjustment_line; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.price_adjustment_line VALUES
	('019cd052-9900-705a-bc99-42dc959de095', '019cd052-9900-705b-a5c0-85bf23edcb04', 1, '436906d7-fb14-51e7-9c1e-a038074ba982', 'bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', '张', 8800000, 9150000, '[{"id":"4a1099e8-ef67-54fc-b034-00e1dee65306","price":"880","valid_from":null,"valid_to":null}]', '[{"id":"4a1099e8-ef67-54fc-b034-00e1dee65306","price":"880","valid_from":null,"valid_to":"2026-03-31"},{"id":"019cd052-9900-705e-8225-8cb8f6782941","price":"915","valid_from":"2026-04-01","valid_to":null}]');


--
-- Data for Name: price_break; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.price_break VALUES
	('ab78e9c6-bef2-504b-be83-626eac535fa6', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '702b7cae-f5aa-560e-8904-157a59d1542b', '把', 48000, 35000, 'whole', NULL, NULL),
	('03f957ea-a94e-5b8c-a8eb-40d9c7a2be9c', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', 'a396fbe5-9942-5413-879c-42619b3fea36', '把', 48000, 35000, 'whole', NULL, NULL),
	('f25db7d6-ee3d-5be0-a697-e464cf1f8e46', '19aaf62b-1597-5619-879b-d7f0ecdf9b73', '8df9e70a-f476-518c-8a40-8e4f20d1fb21', '把', 48000, 35000, 'whole', NULL, NULL),
	('d3cfb91b-ec6a-5059-add5-8abc551e82d4', '4454bb96-6952-55b5-b769-f0e41123a4f2', '702b7cae-f5aa-560e-8904-157a59d1542b', '把', 48000, 35000, 'whole', NULL, NULL),
	('2800dbbe-e1bf-5ab9-a817-b1f44cb201cb', '4454bb96-6952-55b5-b769-f0e41123a4f2', 'a396fbe5-9942-5413-879c-42619b3fea36', '把', 48000, 35000, 'whole', NULL, NULL),
	('54d11ba2-6d55-5865-8333-e4efa3347a32', '4454bb96-6952-55b5-b769-f0e41123a4f2', '8df9e70a-f476-518c-8a40-8e4f20d1fb21', '把', 48000, 35000, 'whole', NULL, NULL),
	('35f0ff06-2008-5a8a-bccf-af774679c48b', 'd3a8d353-5144-5894-9bbe-8551344e9246', '702b7cae-f5aa-560e-8904-157a59d1542b', '把', 100000, 30000, 'whole', NULL, NULL),
	('a1c0dc75-d956-58d7-a7ed-3e35c870cad1', '436906d7-fb14-51e7-9c1e-a038074ba982', '2dc89e2a-9625-5923-8458-b5cae546550f', '只', 5000000, 50000, 'whole', NULL, NULL),
	('10e316fd-1d59-59e8-96f3-12cbcae4251c', '436906d7-fb14-51e7-9c1e-a038074ba982', '2dc89e2a-9625-5923-8458-b5cae546550f', '只', 20000000, 90000, 'whole', NULL, NULL),
	('456421d6-632f-5d17-ad22-bbfdd85de447', '436906d7-fb14-51e7-9c1e-a038074ba982', '51181674-a5b9-52bb-9d54-16a8e9e2886c', '只', 100000, 80000, 'whole', NULL, NULL),
	('d5912982-e479-571b-aa07-2097bc57210f', '436906d7-fb14-51e7-9c1e-a038074ba982', 'a2364ff9-4687-5950-a14e-0b33fc798f29', '把', 60000, 40000, 'whole', NULL, NULL),
	('5b48cf54-6e43-530c-99ae-a2e945e59aa7', '436906d7-fb14-51e7-9c1e-a038074ba982', 'd24b940e-b7df-5228-883a-e54ddea210d5', '米', 100000, 60000, 'above', NULL, NULL);


--
-- Data for Name: price_list; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.price_list VALUES
	('19aaf62b-1597-5619-879b-d7f0ecdf9b73', 1, 'TIER-VIP', 'VIP 价', 'tier', 'vip', NULL, 'CNY', true, true, true, true, NULL, NULL),
	('4454bb96-6952-55b5-b769-f0e41123a4f2', 1, 'TIER-A', 'A 级价', 'tier', 'a', NULL, 'CNY', true, true, true, true, NULL, NULL),
	('d7792325-1446-5ba3-bbc3-76a68c6b7555', 1, 'TIER-B', 'B 级价', 'tier', 'b', NULL, 'CNY', true, true, true, true, NULL, NULL),
	('d3a8d353-5144-5894-9bbe-8551344e9246', 1, 'AG-HONGDA', '宏达年度协议', 'agreement', '', '04dcdd2f-75a6-558d-ae7c-bd63a5b319a3', 'CNY', true, true, true, true, '2025-11-09', '2026-11-09'),
	('fec08126-7479-550b-8c59-b6c3d726cce6', 1, 'AG-HUADONG-FAIR', '华东家居春季展会价', 'agreement', '', '69ae8c51-1a63-51f1-94bd-6e997dedcea5', 'CNY', true, true, true, true, '2025-08-21', '2026-02-17'),
	('05a565e1-4545-5b4a-aeec-c45212c016df', 1, 'AG-LANHAI', '蓝海酒店项目价', 'agreement', '', '96b83f13-c50b-5d80-b3be-90d7476c2756', 'CNY', true, false, true, false, '2026-02-07', '2026-08-06'),
	('436906d7-fb14-51e7-9c1e-a038074ba982', 2, 'STD-2026', '标准价 2026', 'list', '', NULL, 'CNY', true, true, true, true, NULL, NULL);


--
-- Data for Name: reservation; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.reservation VALUES
	('019cd052-9900-7016-8570-74b7a9964aef', 'bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 24000, 1773021600000000),
	('019cd052-9900-7017-a9e8-452475139237', '702b7cae-f5aa-560e-8904-157a59d1542b', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 12000, 1773021600000000),
	('019cd052-9900-7009-a89a-dfd8b1852f27', 'bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 1000, 1773021600000000),
	('019cd052-9900-7044-a373-9bd4f0be600d', 'a396fbe5-9942-5413-879c-42619b3fea36', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 2000, 1773021600000000);


--
-- Data for Name: rule_table; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.rule_table VALUES
	('approval', 1, '{"format":1,"hit_policy":"collect","inputs":[{"choices":["quotation","order","call_off","sample"],"fact":"order_kind","type":"choice"},{"fact":"tier","type":"choice"},{"fact":"amount","measure":"CNY","type":"money"},{"fact":"max_discount","type":"percent"},{"fact":"has_manual_price","type":"yes_no"},{"fact":"below_floor","type":"yes_no"},{"fact":"credit_after","measure":"CNY","type":"money"}],"name":"approval","outputs":[{"name":"step","type":"number"},{"name":"role","type":"choice"},{"name":"note","type":"text"}],"rows":[{"then":{"note":"receipt.approval.through.vip"},"when":{"amount":"<= 30000","below_floor":"no","max_discount":"<= 4 %","order_kind":"<> sample","tier":"vip"}},{"then":{"note":"receipt.approval.through.small"},"when":{"amount":"<= 10000","below_floor":"no","credit_after":">= 0","has_manual_price":"no","max_discount":"<= 4 %","order_kind":"<> sample","tier":"<> vip"}},{"then":{"note":"receipt.approval.through.small"},"when":{"amount":"<= 10000","below_floor":"no","credit_after":"empty","has_manual_price":"no","max_discount":"<= 4 %","order_kind":"<> sample","tier":"<> vip"}},{"then":{"note":"receipt.approval.through.sample"},"when":{"amount":"<= 1000","order_kind":"sample"}},{"then":{"note":"receipt.approval.sample","role":"manager","step":1},"when":{"amount":"> 1000","order_kind":"sample"}},{"then":{"note":"receipt.approval.below_floor","role":"manager","step":1},"when":{"below_floor":"yes","order_kind":"<> sample"}},{"then":{"note":"receipt.approval.discount","role":"manager","step":1},"when":{"max_discount":"> 4 %","order_kind":"<> sample"}},{"then":{"note":"receipt.approval.manual_price","role":"manager","step":1},"when":{"has_manual_price":"yes","order_kind":"<> sample","tier":"<> vip"}},{"then":{"note":"receipt.approval.amount","role":"manager","step":1},"when":{"amount":"> 20000","order_kind":"<> sample","tier":"<> vip"}},{"then":{"note":"receipt.approval.amount","role":"manager","step":1},"when":{"amount":"> 30000","order_kind":"<> sample","tier":"vip"}},{"then":{"note":"receipt.approval.finance_amount","role":"finance","step":2},"when":{"amount":"> 10000","tier":"<> vip"}},{"then":{"note":"receipt.approval.credit","role":"finance","step":2},"when":{"credit_after":"< 0","tier":"<> vip"}}],"version":1}', 'e8a5ecfd850ba25dfa9694f8ea9f9383845842696535da79b1352b8f319369d9', 1773021600000000),
	('validation', 1, '{"format":1,"hit_policy":"collect","inputs":[{"choices":["quotation","order","call_off","sample"],"fact":"order_kind","type":"choice"},{"fact":"customer_class","type":"choice"},{"fact":"tier","type":"choice"},{"fact":"amount","measure":"CNY","type":"money"}],"name":"validation","outputs":[{"name":"severity","type":"choice"},{"name":"code","type":"text"}],"rows":[{"then":{"code":"problem.order.check.sample_too_large","severity":"block"},"when":{"amount":"> 5000","order_kind":"sample"}},{"then":{"code":"problem.order.check.small_dealer_order","severity":"warn"},"when":{"amount":"< 500","customer_class":"dealer","order_kind":"in order, call_off","tier":"not in vip, a"}},{"then":{"code":"problem.order.check.small_export_order","severity":"warn"},"when":{"amount":"< 5000","customer_class":"export","order_kind":"in order, call_off"}},{"then":{"code":"problem.order.check.large_standard_order","severity":"block"},"when":{"amount":"> 500000","customer_class":"in end, shop","order_kind":"in order, call_off","tier":"standard"}},{"then":{"code":"problem.order.check.check_amount","severity":"warn"},"when":{"amount":"> 2000000","order_kind":"<> quotation"}}],"version":1}', '7b5dd04e32462bf26b1b5db31e8b4f8f08ee4a05e60bb5de0f2dacedb3a729ef', 1773021600000000);


--
-- Data for Name: sales_order; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.sales_order VALUES
	('019cd052-9900-7001-b768-525373cf256d', 1, '', 'SO-K2O-000001', 'order', 'draft', '', '', 'typed', false, '96ff19a9-dcfe-5291-b281-7d10e7f2cab6', '96ff19a9-dcfe-5291-b281-7d10e7f2cab6', '96ff19a9-dcfe-5291-b281-7d10e7f2cab6', 'shop', 'a', '{"address_id":"4e4977e5-0e4c-512a-99da-34d60b30b84b","city":"苏州市","district":"吴中区","label":"园区仓","phone":"13812771907","province":"江苏省","receiver":"邓小梅","rest":"东吴北路 299 号"}', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', '', '2026-03-09', NULL, '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', NULL, NULL, NULL, '', 'freight', 'normal', 'wait', '{"closing_day":null,"days":30,"due_day":null,"kind":"days"}', 'CNY', 1000000, true, 0, 'none', 'free', 0, 9177000, 1193000, 0, 10370000, 1, 0, '', '', '', '{}', '[]', 'ordinary', false, '', ''),
	('019cd052-9900-7004-8c27-5ade965eda32', 2, '', 'SO-K2O-000002', 'order', 'cancelled', 'discarded', '', 'typed', false, '86a00c23-8044-5954-8e59-aab3fb1c720b', '86a00c23-8044-5954-8e59-aab3fb1c720b', '86a00c23-8044-5954-8e59-aab3fb1c720b', 'dealer', 'a', '{"address_id":"63000a40-0836-5501-9b58-39b4ee187e10","city":"宁波市","district":"鄞州区","label":"","phone":"13957410433","province":"浙江省","receiver":"汤鑫","rest":"宁穿路 2001 号"}', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', '', '2026-03-09', NULL, '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', NULL, NULL, NULL, '', 'freight', 'normal', 'wait', '{"closing_day":null,"days":45,"due_day":null,"kind":"days"}', 'CNY', 1000000, true, 0, 'none', 'free', 0, 2415900, 314100, 0, 2730000, 1, 0, '', '', '', '{}', '[]', 'ordinary', false, '', ''),
	('019cd052-9900-7008-b8fb-fe70cf44dd3f', 2, '', 'SO-K2O-000003', 'order', 'released', '', '', 'typed', false, '69ae8c51-1a63-51f1-94bd-6e997dedcea5', '69ae8c51-1a63-51f1-94bd-6e997dedcea5', '69ae8c51-1a63-51f1-94bd-6e997dedcea5', 'end', 'vip', '{"address_id":"f8d069bb-f778-5f39-b412-7c820b5c1c90","city":"上海市","district":"浦东新区","label":"浦东仓库","phone":"13801968812","province":"上海市","receiver":"周师傅","rest":"川沙路 1188 号 3 号门"}', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 'HD-26-0311', '2026-03-09', '2026-03-12', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000, 1773021600000000, NULL, '', 'freight', 'normal', 'wait', '{"closing_day":25,"days":0,"due_day":15,"kind":"monthly"}', 'CNY', 1000000, true, 0, 'none', 'free', 0, 21725700, 2824300, 0, 24550000, 2, 24550000, '', '{"facts":{"amount":{"amount":"2455","currency":"CNY"},"below_floor":false,"channel":"typed","clerk":"lina","credit_after":{"amount":"39305","currency":"CNY"},"credit_limit":{"amount":"100000","currency":"CNY"},"currency":"CNY","customer":"C1001","customer_class":"end","days_to_delivery":"3","delivery_method":"freight","department":"华东销售部","document_date":"2026-03-09","freight_terms":"free","has_gift":false,"has_manual_price":false,"item_groups":["椅凳","餐桌书桌"],"items":["A105","B211"],"kinds":["standard"],"lines":"2","margin":"0.313256","max_discount":"0","order_discount":"0","order_kind":"order","po_number":"HD-26-0311","region":"上海市","salesperson":"lina","short_of_stock":false,"site":"PD","tier":"vip","urgency":"normal"},"format":2,"lines":{"names":["item","item_kind","item_group","quantity","stock_quantity","line_discount","is_gift","available"],"rows":[["A105","standard","餐桌书桌",{"quantity":"2","unit":"张"},"2","0",false,"210"],["B211","standard","椅凳",{"quantity":"6","unit":"把"},"6","0",false,"19"]]}}', '{"facts":{"amount":"2455","below_floor":"no","credit_after":"39305","has_manual_price":"no","max_discount":"0","order_kind":"order","tier":"vip"},"near":[{"params":{"cell":"<> vip","fact":"tier","row":"2","value":"vip"},"reason":"column","ref":"approval 2"},{"params":{"cell":"sample","fact":"order_kind","row":"5","value":"order"},"reason":"column","ref":"approval 5"},{"params":{"cell":"yes","fact":"below_floor","row":"6","value":"no"},"reason":"column","ref":"approval 6"},{"params":{"cell":"> 4 %","fact":"max_discount","row":"7","value":"0"},"reason":"column","ref":"approval 7"},{"params":{"cell":"> 30000","fact":"amount","row":"10","value":"2455"},"reason":"column","ref":"approval 10"}],"steps":[],"table":"approval","through_note":"receipt.approval.through.vip","through_row":1,"version":1}', '{}', '[]', 'special', false, '', ''),
	('019cd052-9900-700f-840a-e4e28743feb6', 2, '', 'SO-K2O-000004', 'order', 'draft', 'withdrawn', '', 'typed', false, '69ae8c51-1a63-51f1-94bd-6e997dedcea5', '69ae8c51-1a63-51f1-94bd-6e997dedcea5', '69ae8c51-1a63-51f1-94bd-6e997dedcea5', 'end', 'vip', '{"address_id":"f8d069bb-f778-5f39-b412-7c820b5c1c90","city":"上海市","district":"浦东新区","label":"浦东仓库","phone":"13801968812","province":"上海市","receiver":"周师傅","rest":"川沙路 1188 号 3 号门"}', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', '', '2026-03-09', NULL, 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', NULL, NULL, NULL, '', 'freight', 'normal', 'wait', '{"closing_day":25,"days":0,"due_day":15,"kind":"monthly"}', 'CNY', 1000000, true, 0, 'none', 'free', 0, 1297700, 168700, 0, 1466400, 1, 0, '', '{"facts":{"amount":{"amount":"146.64","currency":"CNY"},"below_floor":false,"channel":"typed","clerk":"lina","credit_after":{"amount":"39158.36","currency":"CNY"},"credit_limit":{"amount":"100000","currency":"CNY"},"currency":"CNY","customer":"C1001","customer_class":"end","days_to_delivery":null,"delivery_method":"freight","department":"华东销售部","document_date":"2026-03-09","freight_terms":"free","has_gift":false,"has_manual_price":false,"item_groups":["木蜡油与养护"],"items":["C330"],"kinds":["standard"],"lines":"1","margin":"0.36426","max_discount":"0","order_discount":"0","order_kind":"order","po_number":null,"region":"上海市","salesperson":"lina","short_of_stock":false,"site":"PD","tier":"vip","urgency":"normal"},"format":2,"lines":{"names":["item","item_kind","item_group","quantity","stock_quantity","line_discount","is_gift","available"],"rows":[["C330","standard","木蜡油与养护",{"quantity":"3","unit":"瓶"},"3","0",false,"20"]]}}', '{"facts":{"amount":"146.64","below_floor":"no","credit_after":"39158.36","has_manual_price":"no","max_discount":"0","order_kind":"order","tier":"vip"},"near":[{"params":{"cell":"<> vip","fact":"tier","row":"2","value":"vip"},"reason":"column","ref":"approval 2"},{"params":{"cell":"sample","fact":"order_kind","row":"4","value":"order"},"reason":"column","ref":"approval 4"},{"params":{"cell":"yes","fact":"below_floor","row":"6","value":"no"},"reason":"column","ref":"approval 6"},{"params":{"cell":"> 4 %","fact":"max_discount","row":"7","value":"0"},"reason":"column","ref":"approval 7"},{"params":{"cell":"> 30000","fact":"amount","row":"10","value":"146.64"},"reason":"column","ref":"approval 10"}],"steps":[],"table":"approval","through_note":"receipt.approval.through.vip","through_row":1,"version":1}', '{}', '[]', 'special', false, '', ''),
	('019cd052-9900-7020-abd5-5c3bd8e94b15', 1, '', 'SO-K2O-000006', 'order', 'submitted', '', '', 'typed', false, '6185aa30-9cf2-54d6-b62a-6b701f17813c', '6185aa30-9cf2-54d6-b62a-6b701f17813c', '6185aa30-9cf2-54d6-b62a-6b701f17813c', 'end', 'standard', '{"address_id":"441771f1-c1be-50ee-a3ce-7926464fb4f9","city":"上海市","district":"闵行区","label":"","phone":"13661702211","province":"上海市","receiver":"物业 方青","rest":"七莘路 1855 号"}', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', '', '2026-03-09', NULL, 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000, NULL, NULL, '', 'freight', 'normal', 'wait', '{"closing_day":null,"days":30,"due_day":null,"kind":"days"}', 'CNY', 1000000, true, 0, 'none', 'free', 0, 191150400, 24849600, 0, 216000000, 1, 216000000, '', '{"facts":{"amount":{"amount":"21600","currency":"CNY"},"below_floor":false,"channel":"typed","clerk":"lina","credit_after":{"amount":"-17604","currency":"CNY"},"credit_limit":{"amount":"30000","currency":"CNY"},"currency":"CNY","customer":"C2002","customer_class":"end","days_to_delivery":null,"delivery_method":"freight","department":"华东销售部","document_date":"2026-03-09","freight_terms":"free","has_gift":false,"has_manual_price":false,"item_groups":["餐桌书桌"],"items":["A107"],"kinds":["standard"],"lines":"1","margin":"0.33037","max_discount":"0","order_discount":"0","order_kind":"order","po_number":null,"region":"上海市","salesperson":"lina","short_of_stock":true,"site":"PD","tier":"standard","urgency":"normal"},"format":2,"lines":{"names":["item","item_kind","item_group","quantity","stock_quantity","line_discount","is_gift","available"],"rows":[["A107","standard","餐桌书桌",{"quantity":"20","unit":"张"},"20","0",false,"14"]]}}', '{"facts":{"amount":"21600","below_floor":"no","credit_after":"-17604","has_manual_price":"no","max_discount":"0","order_kind":"order","tier":"standard"},"near":[{"params":{"cell":"vip","fact":"tier","row":"1","value":"standard"},"reason":"column","ref":"approval 1"},{"params":{"cell":"sample","fact":"order_kind","row":"5","value":"order"},"reason":"column","ref":"approval 5"},{"params":{"cell":"yes","fact":"below_floor","row":"6","value":"no"},"reason":"column","ref":"approval 6"},{"params":{"cell":"> 4 %","fact":"max_discount","row":"7","value":"0"},"reason":"column","ref":"approval 7"},{"params":{"cell":"yes","fact":"has_manual_price","row":"8","value":"no"},"reason":"column","ref":"approval 8"}],"steps":[{"note":"receipt.approval.amount","reasons":[{"note":"receipt.approval.amount","row":9}],"role":"manager","row":9,"step":1},{"note":"receipt.approval.finance_amount","reasons":[{"note":"receipt.approval.finance_amount","row":11},{"note":"receipt.approval.credit","row":12}],"role":"finance","row":11,"step":2}],"table":"approval","through_note":"","through_row":null,"version":1}', '{}', '[]', 'ordinary', false, '', ''),
	('019cd052-9900-7015-804b-43a97ff12229', 3, '', 'SO-K2O-000005', 'order', 'released', '', '', 'typed', false, '6185aa30-9cf2-54d6-b62a-6b701f17813c', '6185aa30-9cf2-54d6-b62a-6b701f17813c', '6185aa30-9cf2-54d6-b62a-6b701f17813c', 'end', 'standard', '{"address_id":"441771f1-c1be-50ee-a3ce-7926464fb4f9","city":"上海市","district":"闵行区","label":"","phone":"13661702211","province":"上海市","receiver":"物业 方青","rest":"七莘路 1855 号"}', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', '', '2026-03-09', '2026-03-12', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000, 1773021600000000, '3703c408-c281-52dc-8a15-5c81374cb36c', '', 'freight', 'normal', 'wait', '{"closing_day":null,"days":30,"due_day":null,"kind":"days"}', 'CNY', 1000000, true, 0, 'none', 'free', 0, 201982300, 26257700, 0, 228240000, 2, 228240000, '', '{"facts":{"amount":{"amount":"22824","currency":"CNY"},"below_floor":false,"channel":"typed","clerk":"lina","credit_after":{"amount":"3996","currency":"CNY"},"credit_limit":{"amount":"30000","currency":"CNY"},"currency":"CNY","customer":"C2002","customer_class":"end","days_to_delivery":"3","delivery_method":"freight","department":"华东销售部","document_date":"2026-03-09","freight_terms":"free","has_gift":false,"has_manual_price":false,"item_groups":["椅凳","餐桌书桌"],"items":["A105","B210"],"kinds":["standard"],"lines":"2","margin":"0.345289","max_discount":"0","order_discount":"0","order_kind":"order","po_number":null,"region":"上海市","salesperson":"lina","short_of_stock":false,"site":"PD","tier":"standard","urgency":"normal"},"format":2,"lines":{"names":["item","item_kind","item_group","quantity","stock_quantity","line_discount","is_gift","available"],"rows":[["A105","standard","餐桌书桌",{"quantity":"24","unit":"张"},"24","0",false,"208"],["B210","standard","椅凳",{"quantity":"12","unit":"把"},"12","0",false,"40"]]}}', '{"facts":{"amount":"22824","below_floor":"no","credit_after":"3996","has_manual_price":"no","max_discount":"0","order_kind":"order","tier":"standard"},"near":[{"params":{"cell":"vip","fact":"tier","row":"1","value":"standard"},"reason":"column","ref":"approval 1"},{"params":{"cell":"<= 10000","fact":"amount","row":"2","value":"22824"},"reason":"column","ref":"approval 2"},{"params":{"cell":"sample","fact":"order_kind","row":"5","value":"order"},"reason":"column","ref":"approval 5"},{"params":{"cell":"yes","fact":"below_floor","row":"6","value":"no"},"reason":"column","ref":"approval 6"},{"params":{"cell":"> 4 %","fact":"max_discount","row":"7","value":"0"},"reason":"column","ref":"approval 7"}],"steps":[{"note":"receipt.approval.amount","reasons":[{"note":"receipt.approval.amount","row":9}],"role":"manager","row":9,"step":1},{"note":"receipt.approval.finance_amount","reasons":[{"note":"receipt.approval.finance_amount","row":11}],"role":"finance","row":11,"step":2}],"table":"approval","through_note":"","through_row":null,"version":1}', '{}', '[]', 'ordinary', false, '', ''),
	('019cd052-9900-7025-a43d-4e0312b2a414', 2, '', 'SO-K2O-000007', 'order', 'draft', 'sent_back', 'term.reason.price', 'typed', false, '8acdd9b3-3e05-5a78-8fbf-82345ce53025', '8acdd9b3-3e05-5a78-8fbf-82345ce53025', '8acdd9b3-3e05-5a78-8fbf-82345ce53025', 'shop', 'standard', '{"address_id":"9fb818aa-4358-5620-81bb-b641d9df7b93","city":"南京市","district":"鼓楼区","label":"","phone":"13770641620","province":"江苏省","receiver":"罗小鸿","rest":"中央路 302 号"}', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', '', '2026-03-09', NULL, '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', NULL, NULL, NULL, '', 'freight', 'normal', 'wait', '{"closing_day":null,"days":30,"due_day":null,"kind":"days"}', 'CNY', 1000000, true, 0, 'none', 'free', 0, 200708000, 26092000, 0, 226800000, 1, 0, '', '{"facts":{"amount":{"amount":"22680","currency":"CNY"},"below_floor":false,"channel":"typed","clerk":"lina","credit_after":{"amount":"-2680","currency":"CNY"},"credit_limit":{"amount":"20000","currency":"CNY"},"currency":"CNY","customer":"C1006","customer_class":"shop","days_to_delivery":null,"delivery_method":"freight","department":"渠道销售部","document_date":"2026-03-09","freight_terms":"free","has_gift":false,"has_manual_price":false,"item_groups":["餐桌书桌"],"items":["A107"],"kinds":["standard"],"lines":"1","margin":"0.33037","max_discount":"0","order_discount":"0","order_kind":"order","po_number":null,"region":"江苏省","salesperson":"wangfang","short_of_stock":true,"site":"PD","tier":"standard","urgency":"normal"},"format":2,"lines":{"names":["item","item_kind","item_group","quantity","stock_quantity","line_discount","is_gift","available"],"rows":[["A107","standard","餐桌书桌",{"quantity":"21","unit":"张"},"21","0",false,"14"]]}}', '{"facts":{"amount":"22680","below_floor":"no","credit_after":"-2680","has_manual_price":"no","max_discount":"0","order_kind":"order","tier":"standard"},"near":[{"params":{"cell":"vip","fact":"tier","row":"1","value":"standard"},"reason":"column","ref":"approval 1"},{"params":{"cell":"sample","fact":"order_kind","row":"5","value":"order"},"reason":"column","ref":"approval 5"},{"params":{"cell":"yes","fact":"below_floor","row":"6","value":"no"},"reason":"column","ref":"approval 6"},{"params":{"cell":"> 4 %","fact":"max_discount","row":"7","value":"0"},"reason":"column","ref":"approval 7"},{"params":{"cell":"yes","fact":"has_manual_price","row":"8","value":"no"},"reason":"column","ref":"approval 8"}],"steps":[{"note":"receipt.approval.amount","reasons":[{"note":"receipt.approval.amount","row":9}],"role":"manager","row":9,"step":1},{"note":"receipt.approval.finance_amount","reasons":[{"note":"receipt.approval.finance_amount","row":11},{"note":"receipt.approval.credit","row":12}],"role":"finance","row":11,"step":2}],"table":"approval","through_note":"","through_row":null,"version":1}', '{}', '[]', 'ordinary', false, '', ''),
	('019cd052-9900-702b-80b3-7cab19de2bc1', 2, '', 'SO-K2O-000008', 'order', 'cancelled', 'refused', 'term.reason.price', 'typed', false, '8acdd9b3-3e05-5a78-8fbf-82345ce53025', '8acdd9b3-3e05-5a78-8fbf-82345ce53025', '8acdd9b3-3e05-5a78-8fbf-82345ce53025', 'shop', 'standard', '{"address_id":"9fb818aa-4358-5620-81bb-b641d9df7b93","city":"南京市","district":"鼓楼区","label":"","phone":"13770641620","province":"江苏省","receiver":"罗小鸿","rest":"中央路 302 号"}', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', '', '2026-03-09', NULL, '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000, NULL, NULL, '', 'freight', 'normal', 'wait', '{"closing_day":null,"days":30,"due_day":null,"kind":"days"}', 'CNY', 1000000, true, 0, 'none', 'free', 0, 210265500, 27334500, 0, 237600000, 1, 0, '', '{"facts":{"amount":{"amount":"23760","currency":"CNY"},"below_floor":false,"channel":"typed","clerk":"lina","credit_after":{"amount":"-3760","currency":"CNY"},"credit_limit":{"amount":"20000","currency":"CNY"},"currency":"CNY","customer":"C1006","customer_class":"shop","days_to_delivery":null,"delivery_method":"freight","department":"渠道销售部","document_date":"2026-03-09","freight_terms":"free","has_gift":false,"has_manual_price":false,"item_groups":["餐桌书桌"],"items":["A107"],"kinds":["standard"],"lines":"1","margin":"0.33037","max_discount":"0","order_discount":"0","order_kind":"order","po_number":null,"region":"江苏省","salesperson":"wangfang","short_of_stock":true,"site":"PD","tier":"standard","urgency":"normal"},"format":2,"lines":{"names":["item","item_kind","item_group","quantity","stock_quantity","line_discount","is_gift","available"],"rows":[["A107","standard","餐桌书桌",{"quantity":"22","unit":"张"},"22","0",false,"14"]]}}', '{"facts":{"amount":"23760","below_floor":"no","credit_after":"-3760","has_manual_price":"no","max_discount":"0","order_kind":"order","tier":"standard"},"near":[{"params":{"cell":"vip","fact":"tier","row":"1","value":"standard"},"reason":"column","ref":"approval 1"},{"params":{"cell":"sample","fact":"order_kind","row":"5","value":"order"},"reason":"column","ref":"approval 5"},{"params":{"cell":"yes","fact":"below_floor","row":"6","value":"no"},"reason":"column","ref":"approval 6"},{"params":{"cell":"> 4 %","fact":"max_discount","row":"7","value":"0"},"reason":"column","ref":"approval 7"},{"params":{"cell":"yes","fact":"has_manual_price","row":"8","value":"no"},"reason":"column","ref":"approval 8"}],"steps":[{"note":"receipt.approval.amount","reasons":[{"note":"receipt.approval.amount","row":9}],"role":"manager","row":9,"step":1},{"note":"receipt.approval.finance_amount","reasons":[{"note":"receipt.approval.finance_amount","row":11},{"note":"receipt.approval.credit","row":12}],"role":"finance","row":11,"step":2}],"table":"approval","through_note":"","through_row":null,"version":1}', '{}', '[]', 'ordinary', false, '', ''),
	('019cd052-9900-7039-a70f-b2d5c5cefdd8', 1, '', 'SO-K2O-000009', 'order', 'draft', '', '', 'typed', true, '96ff19a9-dcfe-5291-b281-7d10e7f2cab6', '96ff19a9-dcfe-5291-b281-7d10e7f2cab6', '96ff19a9-dcfe-5291-b281-7d10e7f2cab6', 'shop', 'a', '{"address_id":"4e4977e5-0e4c-512a-99da-34d60b30b84b","city":"苏州市","district":"吴中区","label":"园区仓","phone":"13812771907","province":"江苏省","receiver":"邓小梅","rest":"东吴北路 299 号"}', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', '', '2026-03-09', NULL, '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', NULL, NULL, NULL, '', 'freight', 'normal', 'wait', '{"closing_day":null,"days":30,"due_day":null,"kind":"days"}', 'CNY', 1000000, true, 0, 'none', 'free', 0, 14955800, 1944200, 0, 16900000, 1, 0, '', '', '', '{}', '[{"for_customer":false,"internal":true,"on_delivery_note":false,"text":"先不要催款"},{"for_customer":false,"internal":false,"on_delivery_note":true,"text":"送货前打电话"}]', 'ordinary', false, '', ''),
	('019cd052-9900-703e-8824-63e974057241', 3, '', 'SO-K2O-000010', 'order', 'draft', '', '', 'typed', false, '86a00c23-8044-5954-8e59-aab3fb1c720b', '86a00c23-8044-5954-8e59-aab3fb1c720b', '86a00c23-8044-5954-8e59-aab3fb1c720b', 'dealer', 'a', '{"address_id":"63000a40-0836-5501-9b58-39b4ee187e10","city":"宁波市","district":"鄞州区","label":"","phone":"13957410433","province":"浙江省","receiver":"汤鑫","rest":"宁穿路 2001 号"}', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', '', '2026-03-09', NULL, '2c37a87a-d330-52b5-ae3a-f340d8eb8929', '渠道销售部', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', NULL, NULL, NULL, '', 'freight', 'normal', 'wait', '{"closing_day":null,"days":45,"due_day":null,"kind":"days"}', 'CNY', 1000000, true, 0, 'none', 'free', 0, 4831900, 628100, 0, 5460000, 1, 0, '', '', '', '{}', '[]', 'ordinary', false, '', ''),
	('019cd052-9900-7043-a841-29e5bd4aeab0', 1, '', 'SO-K2O-000011', 'order', 'released', '', '', 'typed', false, '69ae8c51-1a63-51f1-94bd-6e997dedcea5', '69ae8c51-1a63-51f1-94bd-6e997dedcea5', '69ae8c51-1a63-51f1-94bd-6e997dedcea5', 'end', 'vip', '{"address_id":null,"city":"杭州市","district":"西湖区","label":"","phone":"13800138000","province":"浙江省","receiver":"张三","rest":"文三路 1 号"}', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', '', '2026-03-09', '2026-03-13', 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000, 1773021600000000, NULL, '', 'freight', 'normal', 'wait', '{"closing_day":25,"days":0,"due_day":15,"kind":"monthly"}', 'CNY', 1000000, true, 0, 'none', 'free', 0, 2362800, 307200, 0, 2670000, 1, 2670000, '', '{"facts":{"amount":{"amount":"267","currency":"CNY"},"below_floor":false,"channel":"typed","clerk":"lina","credit_after":{"amount":"39038","currency":"CNY"},"credit_limit":{"amount":"100000","currency":"CNY"},"currency":"CNY","customer":"C1001","customer_class":"end","days_to_delivery":"4","delivery_method":"freight","department":"华东销售部","document_date":"2026-03-09","freight_terms":"free","has_gift":false,"has_manual_price":false,"item_groups":["椅凳"],"items":["B211"],"kinds":["standard"],"lines":"1","margin":"0.339766","max_discount":"0","order_discount":"0","order_kind":"order","po_number":null,"region":"浙江省","salesperson":"lina","short_of_stock":false,"site":"PD","tier":"vip","urgency":"normal"},"format":2,"lines":{"names":["item","item_kind","item_group","quantity","stock_quantity","line_discount","is_gift","available"],"rows":[["B211","standard","椅凳",{"quantity":"2","unit":"把"},"2","0",false,"13"]]}}', '{"facts":{"amount":"267","below_floor":"no","credit_after":"39038","has_manual_price":"no","max_discount":"0","order_kind":"order","tier":"vip"},"near":[{"params":{"cell":"<> vip","fact":"tier","row":"2","value":"vip"},"reason":"column","ref":"approval 2"},{"params":{"cell":"sample","fact":"order_kind","row":"4","value":"order"},"reason":"column","ref":"approval 4"},{"params":{"cell":"yes","fact":"below_floor","row":"6","value":"no"},"reason":"column","ref":"approval 6"},{"params":{"cell":"> 4 %","fact":"max_discount","row":"7","value":"0"},"reason":"column","ref":"approval 7"},{"params":{"cell":"> 30000","fact":"amount","row":"10","value":"267"},"reason":"column","ref":"approval 10"}],"steps":[],"table":"approval","through_note":"receipt.approval.through.vip","through_row":1,"version":1}', '{}', '[]', 'special', true, '华东家居旗舰店', ''),
	('019cd052-9900-704a-9910-2776b45f51c3', 3, '', 'SO-K2O-000012', 'order', 'submitted', '', '', 'typed', false, '6185aa30-9cf2-54d6-b62a-6b701f17813c', '6185aa30-9cf2-54d6-b62a-6b701f17813c', '6185aa30-9cf2-54d6-b62a-6b701f17813c', 'end', 'standard', '{"address_id":"441771f1-c1be-50ee-a3ce-7926464fb4f9","city":"上海市","district":"闵行区","label":"","phone":"13661702211","province":"上海市","receiver":"物业 方青","rest":"七莘路 1855 号"}', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 'QH-7', '2026-03-09', NULL, 'b15bdaed-ca37-5b2d-958a-232221fe9194', '华东销售部', 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000, 'b15bdaed-ca37-5b2d-958a-232221fe9194', 1773021600000000, NULL, NULL, '', 'freight', 'normal', 'wait', '{"closing_day":null,"days":30,"due_day":null,"kind":"days"}', 'CNY', 1000000, true, 0, 'none', 'free', 0, 210265500, 27334500, 0, 237600000, 1, 237600000, '', '{"facts":{"amount":{"amount":"23760","currency":"CNY"},"below_floor":false,"channel":"typed","clerk":"lina","credit_after":{"amount":"-41364","currency":"CNY"},"credit_limit":{"amount":"30000","currency":"CNY"},"currency":"CNY","customer":"C2002","customer_class":"end","days_to_delivery":null,"delivery_method":"freight","department":"华东销售部","document_date":"2026-03-09","freight_terms":"free","has_gift":false,"has_manual_price":false,"item_groups":["餐桌书桌"],"items":["A107"],"kinds":["standard"],"lines":"1","margin":"0.33037","max_discount":"0","order_discount":"0","order_kind":"order","po_number":"QH-7","region":"上海市","salesperson":"lina","short_of_stock":true,"site":"PD","tier":"standard","urgency":"normal"},"format":2,"lines":{"names":["item","item_kind","item_group","quantity","stock_quantity","line_discount","is_gift","available"],"rows":[["A107","standard","餐桌书桌",{"quantity":"22","unit":"张"},"22","0",false,"14"]]}}', '{"facts":{"amount":"23760","below_floor":"no","credit_after":"-41364","has_manual_price":"no","max_discount":"0","order_kind":"order","tier":"standard"},"near":[{"params":{"cell":"vip","fact":"tier","row":"1","value":"standard"},"reason":"column","ref":"approval 1"},{"params":{"cell":"sample","fact":"order_kind","row":"5","value":"order"},"reason":"column","ref":"approval 5"},{"params":{"cell":"yes","fact":"below_floor","row":"6","value":"no"},"reason":"column","ref":"approval 6"},{"params":{"cell":"> 4 %","fact":"max_discount","row":"7","value":"0"},"reason":"column","ref":"approval 7"},{"params":{"cell":"yes","fact":"has_manual_price","row":"8","value":"no"},"reason":"column","ref":"approval 8"}],"steps":[{"note":"receipt.approval.amount","reasons":[{"note":"receipt.approval.amount","row":9}],"role":"manager","row":9,"step":1},{"note":"receipt.approval.finance_amount","reasons":[{"note":"receipt.approval.finance_amount","row":11},{"note":"receipt.approval.credit","row":12}],"role":"finance","row":11,"step":2}],"table":"approval","through_note":"","through_row":null,"version":1}', '{}', '[]', 'ordinary', false, '', '');


--
-- Data for Name: schedule_line; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.schedule_line VALUES
	('019cd052-9900-7016-8570-74b7a9964aef', '019cd052-9900-7016-8570-74b7a9964aef', 1, 24000, 0, 0, '2026-03-12', '2026-03-12', '2026-03-12', '{"address_id":"441771f1-c1be-50ee-a3ce-7926464fb4f9","city":"上海市","district":"闵行区","label":"","phone":"13661702211","province":"上海市","receiver":"物业 方青","rest":"七莘路 1855 号"}', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e'),
	('019cd052-9900-7017-a9e8-452475139237', '019cd052-9900-7017-a9e8-452475139237', 1, 12000, 0, 0, '2026-03-12', '2026-03-12', '2026-03-12', '{"address_id":"441771f1-c1be-50ee-a3ce-7926464fb4f9","city":"上海市","district":"闵行区","label":"","phone":"13661702211","province":"上海市","receiver":"物业 方青","rest":"七莘路 1855 号"}', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e'),
	('019cd052-9900-7021-8daa-02f70023b682', '019cd052-9900-7021-8daa-02f70023b682', 1, 20000, 0, 0, NULL, NULL, NULL, '{"address_id":"441771f1-c1be-50ee-a3ce-7926464fb4f9","city":"上海市","district":"闵行区","label":"","phone":"13661702211","province":"上海市","receiver":"物业 方青","rest":"七莘路 1855 号"}', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e'),
	('019cd052-9900-702c-9dc1-930b0f552c94', '019cd052-9900-702c-9dc1-930b0f552c94', 1, 22000, 0, 0, NULL, NULL, NULL, '{"address_id":"9fb818aa-4358-5620-81bb-b641d9df7b93","city":"南京市","district":"鼓楼区","label":"","phone":"13770641620","province":"江苏省","receiver":"罗小鸿","rest":"中央路 302 号"}', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e'),
	('019cd052-9900-700a-a61b-a1b20ab8ab67', '019cd052-9900-700a-a61b-a1b20ab8ab67', 1, 6000, 6000, 0, '2026-03-12', '2026-03-12', '2026-03-12', '{"address_id":"f8d069bb-f778-5f39-b412-7c820b5c1c90","city":"上海市","district":"浦东新区","label":"浦东仓库","phone":"13801968812","province":"上海市","receiver":"周师傅","rest":"川沙路 1188 号 3 号门"}', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e'),
	('019cd052-9900-7009-a89a-dfd8b1852f27', '019cd052-9900-7009-a89a-dfd8b1852f27', 1, 2000, 1000, 0, '2026-03-12', '2026-03-12', '2026-03-12', '{"address_id":"f8d069bb-f778-5f39-b412-7c820b5c1c90","city":"上海市","district":"浦东新区","label":"浦东仓库","phone":"13801968812","province":"上海市","receiver":"周师傅","rest":"川沙路 1188 号 3 号门"}', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e'),
	('019cd052-9900-7044-a373-9bd4f0be600d', '019cd052-9900-7044-a373-9bd4f0be600d', 1, 2000, 0, 0, '2026-03-13', '2026-03-13', '2026-03-13', '{"address_id":null,"city":"杭州市","district":"西湖区","label":"","phone":"13800138000","province":"浙江省","receiver":"张三","rest":"文三路 1 号"}', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e'),
	('019cd052-9900-704b-9aee-a34841c9886e', '019cd052-9900-704b-9aee-a34841c9886e', 1, 22000, 0, 0, NULL, NULL, NULL, '{"address_id":"441771f1-c1be-50ee-a3ce-7926464fb4f9","city":"上海市","district":"闵行区","label":"","phone":"13661702211","province":"上海市","receiver":"物业 方青","rest":"七莘路 1855 号"}', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e');


--
-- Data for Name: setting; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.setting VALUES
	('approval.author', 'never'),
	('company.address', '上海市浦东新区康桥东路 1288 号'),
	('company.name', '浦江木作家具有限公司'),
	('company.name_en', 'Pujiang Woodworks Furniture Co., Ltd.'),
	('company.phone', '021-50891288'),
	('currency', 'CNY'),
	('freight.tax_rate', '0.09'),
	('note.shows_prices', 'no'),
	('order.quoted_price_days', '7'),
	('site.default', 'PD');


--
-- Data for Name: site; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.site VALUES
	('de42cdc6-5dfc-5970-970d-cb938dfcc45e', 1, 'PD', '浦东仓', 'Pudong', 'Asia/Shanghai', '上海市浦东新区康桥东路 1288 号', '021-50891290', NULL),
	('03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 1, 'SZ', '苏州仓', 'Suzhou', 'Asia/Shanghai', '江苏省苏州市吴中区越溪街道 66 号', '0512-66551290', NULL);


--
-- Data for Name: stock_level; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.stock_level VALUES
	('04dcdd7c-bd0a-5e32-84a0-1605013b9a23', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 30000, 0),
	('04dcdd7c-bd0a-5e32-84a0-1605013b9a23', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 90000, 0),
	('052e4bc9-25f4-5885-9f4a-2a8d82179ab8', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 18000, 0),
	('052e4bc9-25f4-5885-9f4a-2a8d82179ab8', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 32000, 0),
	('0821b355-013b-5903-97e1-00efdd38a052', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 20000, 0),
	('0821b355-013b-5903-97e1-00efdd38a052', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 52000, 0),
	('1d51c50a-f42b-51b3-b7b6-9aa4c7569170', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 12000, 0),
	('1d51c50a-f42b-51b3-b7b6-9aa4c7569170', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 48000, 0),
	('26a8dfef-d7e1-56a0-a646-f9fa78e928b4', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 30000, 0),
	('2a92768f-d6b1-5c16-a069-5e3f31120a46', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 17000, 0),
	('2dc89e2a-9625-5923-8458-b5cae546550f', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 20000000, 0),
	('2dc89e2a-9625-5923-8458-b5cae546550f', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 48000000, 0),
	('3c73aedd-a800-5af5-a53d-01672bf3af27', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 11000, 0),
	('3c73aedd-a800-5af5-a53d-01672bf3af27', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 29000, 0),
	('492a95b5-b438-5263-989e-ab041e2d633e', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 410000, 0),
	('5050517e-ec6a-57cc-a643-ae465e2148ac', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 10000, 0),
	('5050517e-ec6a-57cc-a643-ae465e2148ac', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 26000, 0),
	('51181674-a5b9-52bb-9d54-16a8e9e2886c', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 300000, 0),
	('51181674-a5b9-52bb-9d54-16a8e9e2886c', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 600000, 0),
	('51dc4cf1-444a-5cca-9b5e-5f82484fd703', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 8000, 0),
	('51dc4cf1-444a-5cca-9b5e-5f82484fd703', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 22000, 0),
	('569568e3-8be3-5a5b-987f-a34b7d5fdf6d', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 7000, 0),
	('569568e3-8be3-5a5b-987f-a34b7d5fdf6d', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 8000, 0),
	('5bb78e61-8c0b-59b7-8b0c-d7efc5257399', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 60000, 0),
	('5bb78e61-8c0b-59b7-8b0c-d7efc5257399', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 40000, 0),
	('5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 48000, 0),
	('6280217c-928c-5e59-bb63-89ea54002bf1', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 500000, 0),
	('6280217c-928c-5e59-bb63-89ea54002bf1', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 1200000, 0),
	('6bde1403-9162-57d1-b06a-a8bced7ab2ed', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 4000, 0),
	('6bde1403-9162-57d1-b06a-a8bced7ab2ed', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 5000, 0),
	('6de18fe7-770c-5733-b8b9-216e4c097fb5', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 25000, 0),
	('6de18fe7-770c-5733-b8b9-216e4c097fb5', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 75000, 0),
	('702b7cae-f5aa-560e-8904-157a59d1542b', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 30000, 0),
	('79bc4bfb-2525-5b8c-8110-ebfaae0ea41b', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 15000, 0),
	('79bc4bfb-2525-5b8c-8110-ebfaae0ea41b', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 9000, 0),
	('8999b8be-aac8-576a-aaa9-43c2fcc95e55', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 18000, 0),
	('8abb4901-c9f3-506c-ac25-c0c12a2caef7', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 20000, 0),
	('8abb4901-c9f3-506c-ac25-c0c12a2caef7', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 35000, 0),
	('8df9e70a-f476-518c-8a40-8e4f20d1fb21', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 64000, 0),
	('92c790b8-56ae-504a-9fe6-ad65bd853a6f', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 36000, 0),
	('92c790b8-56ae-504a-9fe6-ad65bd853a6f', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 44000, 0),
	('92c8a14f-711e-5c54-bec1-7f392dbf3285', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 4000, 0),
	('92c8a14f-711e-5c54-bec1-7f392dbf3285', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 16000, 0),
	('930046c4-0a49-5692-9417-4f227f703715', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 3000, 0),
	('931b464f-dab5-5b9c-9fab-3d59a4ef6ac6', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 5000, 0),
	('931b464f-dab5-5b9c-9fab-3d59a4ef6ac6', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 11000, 0),
	('987da9d8-2abf-5ba0-ae8d-4ccbebd8d613', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 60000000, 0),
	('98d2b0af-a271-5d3b-966c-7a14821ed01e', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 2000, 0),
	('98d2b0af-a271-5d3b-966c-7a14821ed01e', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 3000, 0),
	('a2364ff9-4687-5950-a14e-0b33fc798f29', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 240000, 0),
	('a2364ff9-4687-5950-a14e-0b33fc798f29', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 320000, 0),
	('a396fbe5-9942-5413-879c-42619b3fea36', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 24000, 0),
	('a5156714-a042-5160-bb73-cf659186cef6', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 20000, 0),
	('a5156714-a042-5160-bb73-cf659186cef6', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 56000, 0),
	('a59c170a-63dd-5d96-970d-99ec3b813b36', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 22000000, 0),
	('a5c4aa30-82e7-5a33-b7f6-89309c225961', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 12000, 0),
	('b2349bf4-fd51-50a9-80d8-aaa98a6fb941', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 6000, 0),
	('ba211372-5689-50b2-8507-c3f5fd94cddf', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 41000, 0),
	('bab02613-7a19-5b54-9229-d910019760a6', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 27000, 0),
	('bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 60000, 0),
	('bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 6000, 0),
	('bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 14000, 0),
	('c0d000d4-f025-576d-93d0-1237a72a1cd3', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 38000, 0),
	('c59d73f4-e3db-5825-983f-d6ec8b061ef2', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 66000, 0),
	('d126a3a7-fe8e-5fde-b6c2-49bcca65dd55', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 6000, 0),
	('d126a3a7-fe8e-5fde-b6c2-49bcca65dd55', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 13000, 0),
	('d1510b77-5121-5fe9-a6d2-3291d36ebd6c', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 12000, 0),
	('d1510b77-5121-5fe9-a6d2-3291d36ebd6c', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 24000, 0),
	('d24b940e-b7df-5228-883a-e54ddea210d5', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 180000, 0),
	('d24b940e-b7df-5228-883a-e54ddea210d5', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 420000, 0),
	('d8b93d09-3f41-5c15-a475-51f4d702bda0', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 400000, 0),
	('d8b93d09-3f41-5c15-a475-51f4d702bda0', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 800000, 0),
	('df30a2e4-2378-5c38-8f48-0603b2fa9e43', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 140000, 0),
	('df30a2e4-2378-5c38-8f48-0603b2fa9e43', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 260000, 0),
	('e60b75cb-d917-59a2-98c9-8eaf0fba8468', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 88250, 0),
	('e76556c9-1e3c-5843-81f4-5075a23ab1bb', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 60000, 0),
	('e76556c9-1e3c-5843-81f4-5075a23ab1bb', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 180000, 0),
	('e917bf71-ef62-5a21-83e4-db497bebe2c9', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 3000000, 0),
	('e917bf71-ef62-5a21-83e4-db497bebe2c9', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 9000000, 0),
	('e9ed1636-0a47-559d-98fa-e1eed3198347', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 21000, 0),
	('ed5563bf-cdf8-5b7b-b4b3-b5aaf6401dc4', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 4000, 0),
	('f17b1e3e-b06c-577b-ae53-4675ac6dfdcb', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 900000, 0),
	('f17b1e3e-b06c-577b-ae53-4675ac6dfdcb', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 3000000, 0),
	('f88c41b7-54e5-58a5-8d00-b5c47ba1c7a5', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 62000, 0),
	('f88c41b7-54e5-58a5-8d00-b5c47ba1c7a5', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 140500, 0),
	('f8bfe11d-8d0a-58e3-99ea-60d2e2cf6486', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 10000, 0),
	('f8bfe11d-8d0a-58e3-99ea-60d2e2cf6486', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 30000, 0),
	('fa1d7f35-604e-5e50-9f4c-2c39d317fa32', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 55000, 0),
	('fcbc7813-8d6a-546d-8771-9e323f52f35a', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 36500, 0),
	('fef851ef-bf6e-5847-9187-5766a1b567bc', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 860000, 0),
	('bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 209000, 25000),
	('5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 20000, 0),
	('702b7cae-f5aa-560e-8904-157a59d1542b', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 40000, 12000),
	('a396fbe5-9942-5413-879c-42619b3fea36', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 13000, 2000);


--
-- Data for Name: stock_movement; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.stock_movement VALUES
	('019cd052-9900-7004-a24b-e40ad23f0824', 'bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 210000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7005-9767-727e1818e811', 'bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 60000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7006-83b6-411d9531985d', 'bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 14000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7007-a079-d3bde8e25d94', 'bfd1ab55-1742-5ab2-9a52-2a2ad0f7844c', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 6000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7008-8266-543636f675cc', '51dc4cf1-444a-5cca-9b5e-5f82484fd703', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 22000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7009-9bc0-d9d61600a35a', '51dc4cf1-444a-5cca-9b5e-5f82484fd703', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 8000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-700a-8478-82e36b0d549b', '8999b8be-aac8-576a-aaa9-43c2fcc95e55', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 18000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-700b-85ce-3df63d9c1724', '8abb4901-c9f3-506c-ac25-c0c12a2caef7', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 35000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-700c-9b2b-52898d116ece', '8abb4901-c9f3-506c-ac25-c0c12a2caef7', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 20000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-700d-b4eb-252b0f21ddb6', 'a5c4aa30-82e7-5a33-b7f6-89309c225961', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 12000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-700e-87ec-5f0890c192cf', '5050517e-ec6a-57cc-a643-ae465e2148ac', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 26000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-700f-8e49-8c16f28c105d', '5050517e-ec6a-57cc-a643-ae465e2148ac', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 10000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7010-a827-ddada170b338', '1d51c50a-f42b-51b3-b7b6-9aa4c7569170', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 48000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7011-bca7-436a953f48f1', '1d51c50a-f42b-51b3-b7b6-9aa4c7569170', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 12000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7012-a4ef-41330fd630f1', '79bc4bfb-2525-5b8c-8110-ebfaae0ea41b', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 9000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7013-9963-368595e60af5', '79bc4bfb-2525-5b8c-8110-ebfaae0ea41b', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 15000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7014-be7a-f6b30cb1e29c', '702b7cae-f5aa-560e-8904-157a59d1542b', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 40000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7015-82fb-35ec3898d190', '702b7cae-f5aa-560e-8904-157a59d1542b', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 30000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7016-b6f1-25b28e81973e', 'a396fbe5-9942-5413-879c-42619b3fea36', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 19000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7017-9288-f5652217bead', 'a396fbe5-9942-5413-879c-42619b3fea36', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 24000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7018-893b-79a96b4cb242', '8df9e70a-f476-518c-8a40-8e4f20d1fb21', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 64000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7019-8789-e8708a6a63ec', 'a5156714-a042-5160-bb73-cf659186cef6', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 56000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-701a-93be-2a8e92276658', 'a5156714-a042-5160-bb73-cf659186cef6', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 20000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-701b-b43b-6a0b8f6d0558', '26a8dfef-d7e1-56a0-a646-f9fa78e928b4', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 30000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-701c-8b91-0562ae97ba94', '92c790b8-56ae-504a-9fe6-ad65bd853a6f', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 44000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-701d-a538-efe41a61dbe2', '92c790b8-56ae-504a-9fe6-ad65bd853a6f', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 36000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-701e-a8e3-f551923a7369', 'a2364ff9-4687-5950-a14e-0b33fc798f29', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 320000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-701f-97d5-5c80301850c5', 'a2364ff9-4687-5950-a14e-0b33fc798f29', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 240000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7020-a30e-3eca18f135d2', 'bab02613-7a19-5b54-9229-d910019760a6', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 27000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7021-8404-bc0db64ce422', '92c8a14f-711e-5c54-bec1-7f392dbf3285', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 16000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7022-83d0-816d907a70c3', '92c8a14f-711e-5c54-bec1-7f392dbf3285', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 4000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7023-8d2e-6d779e7769b1', '5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 20000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7024-ab8b-ac557f150524', '5d8ef10c-1f26-5d87-bdb6-79c3b59a1b17', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 48000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7025-9b5d-ac1f881ed162', 'd1510b77-5121-5fe9-a6d2-3291d36ebd6c', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 24000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7026-941a-fcbbc6f87718', 'd1510b77-5121-5fe9-a6d2-3291d36ebd6c', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 12000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7027-a579-d8747731af10', 'c59d73f4-e3db-5825-983f-d6ec8b061ef2', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 66000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7028-9d00-f90cec66a787', 'ba211372-5689-50b2-8507-c3f5fd94cddf', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 41000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7029-932f-61eb5c90a958', '04dcdd7c-bd0a-5e32-84a0-1605013b9a23', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 90000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-702a-b2d7-1d093f98e277', '04dcdd7c-bd0a-5e32-84a0-1605013b9a23', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 30000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-702b-acbc-53252e05319a', 'd8b93d09-3f41-5c15-a475-51f4d702bda0', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 800000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-702c-8f9f-46fec7a2ea20', 'd8b93d09-3f41-5c15-a475-51f4d702bda0', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 400000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-702d-a4c3-5bab14f4733f', 'fa1d7f35-604e-5e50-9f4c-2c39d317fa32', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 55000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-702e-a19c-d1c84cdd2055', '931b464f-dab5-5b9c-9fab-3d59a4ef6ac6', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 11000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-702f-b802-40b17ebff206', '931b464f-dab5-5b9c-9fab-3d59a4ef6ac6', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 5000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7030-aeaf-3b4857ee05cd', '569568e3-8be3-5a5b-987f-a34b7d5fdf6d', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 8000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7031-926d-928272e6cc3a', '569568e3-8be3-5a5b-987f-a34b7d5fdf6d', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 7000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7032-bebb-2f4e9be4bcfc', 'ed5563bf-cdf8-5b7b-b4b3-b5aaf6401dc4', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 4000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7033-878e-63c412bd4ace', '052e4bc9-25f4-5885-9f4a-2a8d82179ab8', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 32000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7034-9ac2-863a830e07bc', '052e4bc9-25f4-5885-9f4a-2a8d82179ab8', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 18000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7035-b074-ff3f2a3af4d4', '5bb78e61-8c0b-59b7-8b0c-d7efc5257399', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 40000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7036-89ba-1d555790f82e', '5bb78e61-8c0b-59b7-8b0c-d7efc5257399', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 60000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7037-9f4b-2be0eeeacbe2', '3c73aedd-a800-5af5-a53d-01672bf3af27', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 29000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7038-8282-5f256bf46c69', '3c73aedd-a800-5af5-a53d-01672bf3af27', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 11000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7039-aac4-0c74f646e1f4', '98d2b0af-a271-5d3b-966c-7a14821ed01e', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 3000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-703a-b0ee-baa713deef86', '98d2b0af-a271-5d3b-966c-7a14821ed01e', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 2000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-703b-a4ac-74fc8ede0d7a', 'e9ed1636-0a47-559d-98fa-e1eed3198347', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 21000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-703c-b807-d415ca02135e', 'c0d000d4-f025-576d-93d0-1237a72a1cd3', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 38000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-703d-9414-7073d17f9aca', '2a92768f-d6b1-5c16-a069-5e3f31120a46', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 17000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-703e-ac7f-b82357124242', 'd126a3a7-fe8e-5fde-b6c2-49bcca65dd55', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 13000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-703f-a60a-27f359a54a7b', 'd126a3a7-fe8e-5fde-b6c2-49bcca65dd55', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 6000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7040-a51d-00c67f26144b', '6de18fe7-770c-5733-b8b9-216e4c097fb5', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 75000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7041-9d32-77dacc011cdd', '6de18fe7-770c-5733-b8b9-216e4c097fb5', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 25000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7042-b5c2-083f119a72d1', '51181674-a5b9-52bb-9d54-16a8e9e2886c', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 600000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7043-bc75-a7b517f5e837', '51181674-a5b9-52bb-9d54-16a8e9e2886c', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 300000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7044-9e57-a08a451abd81', '2dc89e2a-9625-5923-8458-b5cae546550f', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 48000000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7045-aa81-7846b2715945', '2dc89e2a-9625-5923-8458-b5cae546550f', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 20000000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7046-83e2-020210a3d6b2', 'a59c170a-63dd-5d96-970d-99ec3b813b36', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 22000000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7047-ace5-3ecdbb2d420f', '987da9d8-2abf-5ba0-ae8d-4ccbebd8d613', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 60000000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7048-a96a-8f204f426dcb', '6280217c-928c-5e59-bb63-89ea54002bf1', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 1200000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7049-bf8e-e24293f448b3', '6280217c-928c-5e59-bb63-89ea54002bf1', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 500000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-704a-b49a-6a69ae658f33', 'df30a2e4-2378-5c38-8f48-0603b2fa9e43', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 260000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-704b-9236-d02b72158370', 'df30a2e4-2378-5c38-8f48-0603b2fa9e43', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 140000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-704c-98b0-ce93b774eb52', '492a95b5-b438-5263-989e-ab041e2d633e', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 410000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-704d-aacb-34c7e3151288', 'f17b1e3e-b06c-577b-ae53-4675ac6dfdcb', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 3000000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-704e-8171-abc158d5563d', 'f17b1e3e-b06c-577b-ae53-4675ac6dfdcb', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 900000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-704f-9d8c-6a64f0ce5835', 'e917bf71-ef62-5a21-83e4-db497bebe2c9', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 9000000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7050-8ac1-4df95affb229', 'e917bf71-ef62-5a21-83e4-db497bebe2c9', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 3000000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7051-877e-7f5e9c653938', 'e76556c9-1e3c-5843-81f4-5075a23ab1bb', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 180000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7052-83c5-e8c07e62aa0a', 'e76556c9-1e3c-5843-81f4-5075a23ab1bb', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 60000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7053-b12a-bab037dc76fb', 'f88c41b7-54e5-58a5-8d00-b5c47ba1c7a5', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 140500, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7054-8847-1c3349952399', 'f88c41b7-54e5-58a5-8d00-b5c47ba1c7a5', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 62000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7055-8fd8-ebe0bd0561e6', 'e60b75cb-d917-59a2-98c9-8eaf0fba8468', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 88250, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7056-9905-51e765dc9f50', 'd24b940e-b7df-5228-883a-e54ddea210d5', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 420000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7057-b7c5-60aceab477d2', 'd24b940e-b7df-5228-883a-e54ddea210d5', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 180000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7058-8528-3e797f1b103c', 'fcbc7813-8d6a-546d-8771-9e323f52f35a', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 36500, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7059-9cbf-7c802a96fb1a', 'fef851ef-bf6e-5847-9187-5766a1b567bc', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 860000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-705a-a32a-060466d22876', '0821b355-013b-5903-97e1-00efdd38a052', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 52000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-705b-b889-5c564720771f', '0821b355-013b-5903-97e1-00efdd38a052', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 20000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-705c-b46f-14b6230d977e', 'b2349bf4-fd51-50a9-80d8-aaa98a6fb941', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 6000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-705d-b74b-85826e36aab0', '930046c4-0a49-5692-9417-4f227f703715', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 3000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-705e-91d1-a6938cdb305f', '6bde1403-9162-57d1-b06a-a8bced7ab2ed', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 5000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-705f-9a94-37d3b4d66a3a', '6bde1403-9162-57d1-b06a-a8bced7ab2ed', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 4000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7060-96f6-1b50fc891b4a', 'f8bfe11d-8d0a-58e3-99ea-60d2e2cf6486', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', 30000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7061-b896-9d81aec6f024', 'f8bfe11d-8d0a-58e3-99ea-60d2e2cf6486', '03c4a8d4-405e-5647-948a-a9ae9b2ccb3b', 10000, 'opening', NULL, 1773021600000000, ''),
	('019cd052-9900-7033-be64-0edcf88ece64', 'a396fbe5-9942-5413-879c-42619b3fea36', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', -6000, 'goods_issue', '019cd052-9900-700c-9cfd-de2af6fa5db8', 1773021600000000, ''),
	('019cd052-9900-7034-a5ef-7660cdac6046', 'bf573c7f-e23c-51bc-a1dd-9582b6edb4c8', 'de42cdc6-5dfc-5970-970d-cb938dfcc45e', -1000, 'goods_issue', '019cd052-9900-700c-9cfd-de2af6fa5db8', 1773021600000000, '');


--
-- Data for Name: store_clock; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.store_clock VALUES
	(1, '019cd052-9900-7002-a9a8-e9146513270e', 34, '1114c26d3e99224d1ce51783cedc326c0cae835d042098aae9f7c874aa907ccd');


--
-- Data for Name: store_meta; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.store_meta VALUES
	(1, 'K2O', '019cd052-9900-7001-89a7-834df2a74de4', '0.1.0', 1773021600000000);


--
-- Data for Name: tier_change; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.tier_change VALUES
	('019cd052-9900-7057-88db-ae875cb58b8e', 1, '96ff19a9-dcfe-5291-b281-7d10e7f2cab6', 'a', 'vip', '全年 50 万', '2026-04-01', '4df98b6b-c009-55a2-8503-df8644fe65cd', 1773021600000000, NULL, NULL);


--
-- Name: alembic_version alembic_version_pkc; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);


--
-- Name: approval_task pk_approval_task; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_task
    ADD CONSTRAINT pk_approval_task PRIMARY KEY (id);


--
-- Name: attachment pk_attachment; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attachment
    ADD CONSTRAINT pk_attachment PRIMARY KEY (id);


--
-- Name: audit_entry pk_audit_entry; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT pk_audit_entry PRIMARY KEY (v);


--
-- Name: audit_text pk_audit_text; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_text
    ADD CONSTRAINT pk_audit_text PRIMARY KEY (v);


--
-- Name: change_log pk_change_log; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.change_log
    ADD CONSTRAINT pk_change_log PRIMARY KEY (v, seq);


--
-- Name: command_log pk_command_log; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.command_log
    ADD CONSTRAINT pk_command_log PRIMARY KEY (id);


--
-- Name: confirmation_print pk_confirmation_print; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.confirmation_print
    ADD CONSTRAINT pk_confirmation_print PRIMARY KEY (id);


--
-- Name: credit_account pk_credit_account; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.credit_account
    ADD CONSTRAINT pk_credit_account PRIMARY KEY (customer_id);


--
-- Name: customer pk_customer; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customer
    ADD CONSTRAINT pk_customer PRIMARY KEY (id);


--
-- Name: customer_address pk_customer_address; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customer_address
    ADD CONSTRAINT pk_customer_address PRIMARY KEY (id);


--
-- Name: customer_item pk_customer_item; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customer_item
    ADD CONSTRAINT pk_customer_item PRIMARY KEY (customer_id, number);


--
-- Name: delivery pk_delivery; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT pk_delivery PRIMARY KEY (id);


--
-- Name: delivery_line pk_delivery_line; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery_line
    ADD CONSTRAINT pk_delivery_line PRIMARY KEY (id);


--
-- Name: field_definition pk_field_definition; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.field_definition
    ADD CONSTRAINT pk_field_definition PRIMARY KEY (id);


--
-- Name: field_index pk_field_index; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.field_index
    ADD CONSTRAINT pk_field_index PRIMARY KEY (field_id, object_id);


--
-- Name: file_content pk_file_content; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.file_content
    ADD CONSTRAINT pk_file_content PRIMARY KEY (sha256);


--
-- Name: file_content_piece pk_file_content_piece; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.file_content_piece
    ADD CONSTRAINT pk_file_content_piece PRIMARY KEY (content_sha256, "position");


--
-- Name: file_piece pk_file_piece; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.file_piece
    ADD CONSTRAINT pk_file_piece PRIMARY KEY (sha256);


--
-- Name: hold pk_hold; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.hold
    ADD CONSTRAINT pk_hold PRIMARY KEY (id);


--
-- Name: item pk_item; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.item
    ADD CONSTRAINT pk_item PRIMARY KEY (id);


--
-- Name: item_barcode pk_item_barcode; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.item_barcode
    ADD CONSTRAINT pk_item_barcode PRIMARY KEY (barcode);


--
-- Name: item_unit pk_item_unit; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.item_unit
    ADD CONSTRAINT pk_item_unit PRIMARY KEY (item_id, unit);


--
-- Name: job pk_job; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job
    ADD CONSTRAINT pk_job PRIMARY KEY (id);


--
-- Name: job_holder pk_job_holder; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job_holder
    ADD CONSTRAINT pk_job_holder PRIMARY KEY (name);


--
-- Name: note_print pk_note_print; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note_print
    ADD CONSTRAINT pk_note_print PRIMARY KEY (delivery_id, copy_no);


--
-- Name: number_series pk_number_series; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.number_series
    ADD CONSTRAINT pk_number_series PRIMARY KEY (series);


--
-- Name: order_comment pk_order_comment; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_comment
    ADD CONSTRAINT pk_order_comment PRIMARY KEY (id);


--
-- Name: order_line pk_order_line; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_line
    ADD CONSTRAINT pk_order_line PRIMARY KEY (id);


--
-- Name: order_revision pk_order_revision; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_revision
    ADD CONSTRAINT pk_order_revision PRIMARY KEY (order_id, revision);


--
-- Name: person pk_person; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person
    ADD CONSTRAINT pk_person PRIMARY KEY (id);


--
-- Name: price pk_price; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price
    ADD CONSTRAINT pk_price PRIMARY KEY (id);


--
-- Name: price_adjustment pk_price_adjustment; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price_adjustment
    ADD CONSTRAINT pk_price_adjustment PRIMARY KEY (id);


--
-- Name: price_adjustment_line pk_price_adjustment_line; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price_adjustment_line
    ADD CONSTRAINT pk_price_adjustment_line PRIMARY KEY (id);


--
-- Name: price_break pk_price_break; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price_break
    ADD CONSTRAINT pk_price_break PRIMARY KEY (id);


--
-- Name: price_list pk_price_list; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price_list
    ADD CONSTRAINT pk_price_list PRIMARY KEY (id);


--
-- Name: reservation pk_reservation; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reservation
    ADD CONSTRAINT pk_reservation PRIMARY KEY (schedule_line_id);


--
-- Name: rule_table pk_rule_table; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rule_table
    ADD CONSTRAINT pk_rule_table PRIMARY KEY (book, version);


--
-- Name: sales_order pk_sales_order; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sales_order
    ADD CONSTRAINT pk_sales_order PRIMARY KEY (id);


--
-- Name: schedule_line pk_schedule_line; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schedule_line
    ADD CONSTRAINT pk_schedule_line PRIMARY KEY (id);


--
-- Name: setting pk_setting; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.setting
    ADD CONSTRAINT pk_setting PRIMARY KEY (key);


--
-- Name: site pk_site; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.site
    ADD CONSTRAINT pk_site PRIMARY KEY (id);


--
-- Name: stock_level pk_stock_level; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stock_level
    ADD CONSTRAINT pk_stock_level PRIMARY KEY (item_id, site_id);


--
-- Name: stock_movement pk_stock_movement; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stock_movement
    ADD CONSTRAINT pk_stock_movement PRIMARY KEY (id);


--
-- Name: store_clock pk_store_clock; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.store_clock
    ADD CONSTRAINT pk_store_clock PRIMARY KEY (id);


--
-- Name: store_meta pk_store_meta; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.store_meta
    ADD CONSTRAINT pk_store_meta PRIMARY KEY (id);


--
-- Name: tier_change pk_tier_change; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tier_change
    ADD CONSTRAINT pk_tier_change PRIMARY KEY (id);


--
-- Name: audit_entry uq_audit_entry_op_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT uq_audit_entry_op_id UNIQUE (op_id);


--
-- Name: confirmation_print uq_confirmation_print_order_id_copy_no; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.confirmation_print
    ADD CONSTRAINT uq_confirmation_print_order_id_copy_no UNIQUE (order_id, copy_no);


--
-- Name: customer uq_customer_code; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customer
    ADD CONSTRAINT uq_customer_code UNIQUE (code);


--
-- Name: delivery_line uq_delivery_line_delivery_id_position; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery_line
    ADD CONSTRAINT uq_delivery_line_delivery_id_position UNIQUE (delivery_id, "position");


--
-- Name: delivery uq_delivery_number; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT uq_delivery_number UNIQUE (number);


--
-- Name: field_definition uq_field_definition_document_key_version; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.field_definition
    ADD CONSTRAINT uq_field_definition_document_key_version UNIQUE (document, key, version);


--
-- Name: item uq_item_code; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.item
    ADD CONSTRAINT uq_item_code UNIQUE (code);


--
-- Name: job uq_job_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job
    ADD CONSTRAINT uq_job_key UNIQUE (key);


--
-- Name: order_line uq_order_line_order_id_position; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_line
    ADD CONSTRAINT uq_order_line_order_id_position UNIQUE (order_id, "position");


--
-- Name: person uq_person_code; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person
    ADD CONSTRAINT uq_person_code UNIQUE (code);


--
-- Name: price_adjustment_line uq_price_adjustment_line_adjustment_id_position; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price_adjustment_line
    ADD CONSTRAINT uq_price_adjustment_line_adjustment_id_position UNIQUE (adjustment_id, "position");


--
-- Name: price_adjustment uq_price_adjustment_number; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price_adjustment
    ADD CONSTRAINT uq_price_adjustment_number UNIQUE (number);


--
-- Name: price_list uq_price_list_code; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price_list
    ADD CONSTRAINT uq_price_list_code UNIQUE (code);


--
-- Name: sales_order uq_sales_order_source_number; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sales_order
    ADD CONSTRAINT uq_sales_order_source_number UNIQUE (source, number);


--
-- Name: site uq_site_code; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.site
    ADD CONSTRAINT uq_site_code UNIQUE (code);


--
-- Name: ix_approval_task_decided_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_approval_task_decided_at ON public.approval_task USING btree (decided_at);


--
-- Name: ix_approval_task_order_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_approval_task_order_id ON public.approval_task USING btree (order_id, round, step);


--
-- Name: ix_approval_task_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_approval_task_state ON public.approval_task USING btree (state, role);


--
-- Name: ix_attachment_order_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_attachment_order_id ON public.attachment USING btree (order_id);


--
-- Name: ix_attachment_sha256; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_attachment_sha256 ON public.attachment USING btree (sha256);


--
-- Name: ix_change_log_object_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_change_log_object_id ON public.change_log USING btree (object_id);


--
-- Name: ix_customer_address_customer_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_customer_address_customer_id ON public.customer_address USING btree (customer_id);


--
-- Name: ix_delivery_line_schedule_line_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_delivery_line_schedule_line_id ON public.delivery_line USING btree (schedule_line_id);


--
-- Name: ix_delivery_order_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_delivery_order_id ON public.delivery USING btree (order_id);


--
-- Name: ix_delivery_shipped_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_delivery_shipped_at ON public.delivery USING btree (shipped_at);


--
-- Name: ix_delivery_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_delivery_state ON public.delivery USING btree (state, planned);


--
-- Name: ix_field_index_date; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_field_index_date ON public.field_index USING btree (field_id, date_value);


--
-- Name: ix_field_index_number; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_field_index_number ON public.field_index USING btree (field_id, number_value);


--
-- Name: ix_field_index_text; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_field_index_text ON public.field_index USING btree (field_id, text_value);


--
-- Name: ix_file_content_piece_piece_sha256; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_file_content_piece_piece_sha256 ON public.file_content_piece USING btree (piece_sha256);


--
-- Name: ix_hold_order_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_hold_order_id ON public.hold USING btree (order_id);


--
-- Name: ix_hold_set_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_hold_set_at ON public.hold USING btree (set_at);


--
-- Name: ix_item_barcode_item_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_item_barcode_item_id ON public.item_barcode USING btree (item_id);


--
-- Name: ix_job_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_job_due ON public.job USING btree (done_at, due);


--
-- Name: ix_order_comment_order_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_order_comment_order_id ON public.order_comment USING btree (order_id, said_at);


--
-- Name: ix_order_comment_said_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_order_comment_said_at ON public.order_comment USING btree (said_at);


--
-- Name: ix_order_line_item_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_order_line_item_id ON public.order_line USING btree (item_id);


--
-- Name: ix_price_adjustment_line_price; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_price_adjustment_line_price ON public.price_adjustment_line USING btree (price_list_id, item_id);


--
-- Name: ix_price_adjustment_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_price_adjustment_state ON public.price_adjustment USING btree (state, start);


--
-- Name: ix_price_break_price_list_id_item_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_price_break_price_list_id_item_id ON public.price_break USING btree (price_list_id, item_id);


--
-- Name: ix_price_list_customer_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_price_list_customer_id ON public.price_list USING btree (customer_id);


--
-- Name: ix_price_price_list_id_item_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_price_price_list_id_item_id ON public.price USING btree (price_list_id, item_id);


--
-- Name: ix_reservation_item_id_site_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_reservation_item_id_site_id ON public.reservation USING btree (item_id, site_id);


--
-- Name: ix_sales_order_customer_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_sales_order_customer_id ON public.sales_order USING btree (customer_id, document_date);


--
-- Name: ix_sales_order_entered_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_sales_order_entered_at ON public.sales_order USING btree (entered_at);


--
-- Name: ix_sales_order_po_number; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_sales_order_po_number ON public.sales_order USING btree (customer_id, po_number);


--
-- Name: ix_sales_order_po_number_alone; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_sales_order_po_number_alone ON public.sales_order USING btree (po_number);


--
-- Name: ix_sales_order_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_sales_order_state ON public.sales_order USING btree (state, document_date);


--
-- Name: ix_sales_order_text; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_sales_order_text ON public.sales_order USING gin (lower((number)::text) public.gin_trgm_ops, lower((po_number)::text) public.gin_trgm_ops);


--
-- Name: ix_schedule_line_order_line_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_schedule_line_order_line_id ON public.schedule_line USING btree (order_line_id);


--
-- Name: ix_schedule_line_requested; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_schedule_line_requested ON public.schedule_line USING btree (requested);


--
-- Name: ix_stock_movement_item_id_site_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_stock_movement_item_id_site_id ON public.stock_movement USING btree (item_id, site_id);


--
-- Name: ix_tier_change_customer_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_tier_change_customer_id ON public.tier_change USING btree (customer_id, effective);


--
-- Name: approval_task fk_approval_task_decided_by_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_task
    ADD CONSTRAINT fk_approval_task_decided_by_person FOREIGN KEY (decided_by) REFERENCES public.person(id);


--
-- Name: approval_task fk_approval_task_order_id_sales_order; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.approval_task
    ADD CONSTRAINT fk_approval_task_order_id_sales_order FOREIGN KEY (order_id) REFERENCES public.sales_order(id) ON DELETE CASCADE;


--
-- Name: attachment fk_attachment_added_by_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attachment
    ADD CONSTRAINT fk_attachment_added_by_person FOREIGN KEY (added_by) REFERENCES public.person(id);


--
-- Name: attachment fk_attachment_order_id_sales_order; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attachment
    ADD CONSTRAINT fk_attachment_order_id_sales_order FOREIGN KEY (order_id) REFERENCES public.sales_order(id) ON DELETE CASCADE;


--
-- Name: attachment fk_attachment_removed_by_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attachment
    ADD CONSTRAINT fk_attachment_removed_by_person FOREIGN KEY (removed_by) REFERENCES public.person(id);


--
-- Name: attachment fk_attachment_sha256_file_content; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attachment
    ADD CONSTRAINT fk_attachment_sha256_file_content FOREIGN KEY (sha256) REFERENCES public.file_content(sha256);


--
-- Name: confirmation_print fk_confirmation_print_order_id_sales_order; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.confirmation_print
    ADD CONSTRAINT fk_confirmation_print_order_id_sales_order FOREIGN KEY (order_id) REFERENCES public.sales_order(id) ON DELETE CASCADE;


--
-- Name: confirmation_print fk_confirmation_print_printed_by_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.confirmation_print
    ADD CONSTRAINT fk_confirmation_print_printed_by_person FOREIGN KEY (printed_by) REFERENCES public.person(id);


--
-- Name: credit_account fk_credit_account_customer_id_customer; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.credit_account
    ADD CONSTRAINT fk_credit_account_customer_id_customer FOREIGN KEY (customer_id) REFERENCES public.customer(id) ON DELETE CASCADE;


--
-- Name: customer_address fk_customer_address_customer_id_customer; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customer_address
    ADD CONSTRAINT fk_customer_address_customer_id_customer FOREIGN KEY (customer_id) REFERENCES public.customer(id) ON DELETE CASCADE;


--
-- Name: customer fk_customer_bill_to_id_customer; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customer
    ADD CONSTRAINT fk_customer_bill_to_id_customer FOREIGN KEY (bill_to_id) REFERENCES public.customer(id);


--
-- Name: customer_item fk_customer_item_customer_id_customer; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customer_item
    ADD CONSTRAINT fk_customer_item_customer_id_customer FOREIGN KEY (customer_id) REFERENCES public.customer(id) ON DELETE CASCADE;


--
-- Name: customer_item fk_customer_item_item_id_item; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customer_item
    ADD CONSTRAINT fk_customer_item_item_id_item FOREIGN KEY (item_id) REFERENCES public.item(id);


--
-- Name: customer fk_customer_payer_id_customer; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customer
    ADD CONSTRAINT fk_customer_payer_id_customer FOREIGN KEY (payer_id) REFERENCES public.customer(id);


--
-- Name: customer fk_customer_salesperson_id_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customer
    ADD CONSTRAINT fk_customer_salesperson_id_person FOREIGN KEY (salesperson_id) REFERENCES public.person(id);


--
-- Name: delivery fk_delivery_customer_id_customer; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT fk_delivery_customer_id_customer FOREIGN KEY (customer_id) REFERENCES public.customer(id);


--
-- Name: delivery_line fk_delivery_line_delivery_id_delivery; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery_line
    ADD CONSTRAINT fk_delivery_line_delivery_id_delivery FOREIGN KEY (delivery_id) REFERENCES public.delivery(id) ON DELETE CASCADE;


--
-- Name: delivery_line fk_delivery_line_order_line_id_order_line; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery_line
    ADD CONSTRAINT fk_delivery_line_order_line_id_order_line FOREIGN KEY (order_line_id) REFERENCES public.order_line(id);


--
-- Name: delivery_line fk_delivery_line_schedule_line_id_schedule_line; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery_line
    ADD CONSTRAINT fk_delivery_line_schedule_line_id_schedule_line FOREIGN KEY (schedule_line_id) REFERENCES public.schedule_line(id);


--
-- Name: delivery fk_delivery_order_id_sales_order; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT fk_delivery_order_id_sales_order FOREIGN KEY (order_id) REFERENCES public.sales_order(id);


--
-- Name: delivery fk_delivery_picked_by_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT fk_delivery_picked_by_person FOREIGN KEY (picked_by) REFERENCES public.person(id);


--
-- Name: delivery fk_delivery_shipped_by_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT fk_delivery_shipped_by_person FOREIGN KEY (shipped_by) REFERENCES public.person(id);


--
-- Name: delivery fk_delivery_site_id_site; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT fk_delivery_site_id_site FOREIGN KEY (site_id) REFERENCES public.site(id);


--
-- Name: field_index fk_field_index_field_id_field_definition; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.field_index
    ADD CONSTRAINT fk_field_index_field_id_field_definition FOREIGN KEY (field_id) REFERENCES public.field_definition(id);


--
-- Name: file_content_piece fk_file_content_piece_content_sha256_file_content; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.file_content_piece
    ADD CONSTRAINT fk_file_content_piece_content_sha256_file_content FOREIGN KEY (content_sha256) REFERENCES public.file_content(sha256) ON DELETE CASCADE;


--
-- Name: file_content_piece fk_file_content_piece_piece_sha256_file_piece; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.file_content_piece
    ADD CONSTRAINT fk_file_content_piece_piece_sha256_file_piece FOREIGN KEY (piece_sha256) REFERENCES public.file_piece(sha256);


--
-- Name: hold fk_hold_order_id_sales_order; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.hold
    ADD CONSTRAINT fk_hold_order_id_sales_order FOREIGN KEY (order_id) REFERENCES public.sales_order(id) ON DELETE CASCADE;


--
-- Name: item_barcode fk_item_barcode_item_id_item; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.item_barcode
    ADD CONSTRAINT fk_item_barcode_item_id_item FOREIGN KEY (item_id) REFERENCES public.item(id) ON DELETE CASCADE;


--
-- Name: item_unit fk_item_unit_item_id_item; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.item_unit
    ADD CONSTRAINT fk_item_unit_item_id_item FOREIGN KEY (item_id) REFERENCES public.item(id) ON DELETE CASCADE;


--
-- Name: job fk_job_leased_by_job_holder; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job
    ADD CONSTRAINT fk_job_leased_by_job_holder FOREIGN KEY (leased_by) REFERENCES public.job_holder(name) ON DELETE SET NULL;


--
-- Name: note_print fk_note_print_delivery_id_delivery; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note_print
    ADD CONSTRAINT fk_note_print_delivery_id_delivery FOREIGN KEY (delivery_id) REFERENCES public.delivery(id);


--
-- Name: note_print fk_note_print_printed_by_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note_print
    ADD CONSTRAINT fk_note_print_printed_by_person FOREIGN KEY (printed_by) REFERENCES public.person(id);


--
-- Name: order_comment fk_order_comment_order_id_sales_order; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_comment
    ADD CONSTRAINT fk_order_comment_order_id_sales_order FOREIGN KEY (order_id) REFERENCES public.sales_order(id) ON DELETE CASCADE;


--
-- Name: order_comment fk_order_comment_said_by_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_comment
    ADD CONSTRAINT fk_order_comment_said_by_person FOREIGN KEY (said_by) REFERENCES public.person(id);


--
-- Name: order_line fk_order_line_item_id_item; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_line
    ADD CONSTRAINT fk_order_line_item_id_item FOREIGN KEY (item_id) REFERENCES public.item(id);


--
-- Name: order_line fk_order_line_order_id_sales_order; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_line
    ADD CONSTRAINT fk_order_line_order_id_sales_order FOREIGN KEY (order_id) REFERENCES public.sales_order(id) ON DELETE CASCADE;


--
-- Name: order_revision fk_order_revision_order_id_sales_order; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.order_revision
    ADD CONSTRAINT fk_order_revision_order_id_sales_order FOREIGN KEY (order_id) REFERENCES public.sales_order(id) ON DELETE CASCADE;


--
-- Name: price_adjustment fk_price_adjustment_ended_by_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price_adjustment
    ADD CONSTRAINT fk_price_adjustment_ended_by_person FOREIGN KEY (ended_by) REFERENCES public.person(id);


--
-- Name: price_adjustment_line fk_price_adjustment_line_adjustment_id_price_adjustment; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price_adjustment_line
    ADD CONSTRAINT fk_price_adjustment_line_adjustment_id_price_adjustment FOREIGN KEY (adjustment_id) REFERENCES public.price_adjustment(id) ON DELETE CASCADE;


--
-- Name: price_adjustment_line fk_price_adjustment_line_item_id_item; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price_adjustment_line
    ADD CONSTRAINT fk_price_adjustment_line_item_id_item FOREIGN KEY (item_id) REFERENCES public.item(id);


--
-- Name: price_adjustment_line fk_price_adjustment_line_price_list_id_price_list; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price_adjustment_line
    ADD CONSTRAINT fk_price_adjustment_line_price_list_id_price_list FOREIGN KEY (price_list_id) REFERENCES public.price_list(id);


--
-- Name: price_adjustment fk_price_adjustment_published_by_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price_adjustment
    ADD CONSTRAINT fk_price_adjustment_published_by_person FOREIGN KEY (published_by) REFERENCES public.person(id);


--
-- Name: price_adjustment fk_price_adjustment_written_by_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price_adjustment
    ADD CONSTRAINT fk_price_adjustment_written_by_person FOREIGN KEY (written_by) REFERENCES public.person(id);


--
-- Name: price_break fk_price_break_item_id_item; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price_break
    ADD CONSTRAINT fk_price_break_item_id_item FOREIGN KEY (item_id) REFERENCES public.item(id);


--
-- Name: price_break fk_price_break_price_list_id_price_list; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price_break
    ADD CONSTRAINT fk_price_break_price_list_id_price_list FOREIGN KEY (price_list_id) REFERENCES public.price_list(id) ON DELETE CASCADE;


--
-- Name: price fk_price_item_id_item; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price
    ADD CONSTRAINT fk_price_item_id_item FOREIGN KEY (item_id) REFERENCES public.item(id);


--
-- Name: price_list fk_price_list_customer_id_customer; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price_list
    ADD CONSTRAINT fk_price_list_customer_id_customer FOREIGN KEY (customer_id) REFERENCES public.customer(id);


--
-- Name: price fk_price_price_list_id_price_list; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price
    ADD CONSTRAINT fk_price_price_list_id_price_list FOREIGN KEY (price_list_id) REFERENCES public.price_list(id) ON DELETE CASCADE;


--
-- Name: reservation fk_reservation_item_id_item; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reservation
    ADD CONSTRAINT fk_reservation_item_id_item FOREIGN KEY (item_id) REFERENCES public.item(id);


--
-- Name: reservation fk_reservation_schedule_line_id_schedule_line; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reservation
    ADD CONSTRAINT fk_reservation_schedule_line_id_schedule_line FOREIGN KEY (schedule_line_id) REFERENCES public.schedule_line(id) ON DELETE CASCADE;


--
-- Name: reservation fk_reservation_site_id_site; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reservation
    ADD CONSTRAINT fk_reservation_site_id_site FOREIGN KEY (site_id) REFERENCES public.site(id);


--
-- Name: sales_order fk_sales_order_approved_by_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sales_order
    ADD CONSTRAINT fk_sales_order_approved_by_person FOREIGN KEY (approved_by) REFERENCES public.person(id);


--
-- Name: sales_order fk_sales_order_bill_to_id_customer; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sales_order
    ADD CONSTRAINT fk_sales_order_bill_to_id_customer FOREIGN KEY (bill_to_id) REFERENCES public.customer(id);


--
-- Name: sales_order fk_sales_order_customer_id_customer; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sales_order
    ADD CONSTRAINT fk_sales_order_customer_id_customer FOREIGN KEY (customer_id) REFERENCES public.customer(id);


--
-- Name: sales_order fk_sales_order_entered_by_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sales_order
    ADD CONSTRAINT fk_sales_order_entered_by_person FOREIGN KEY (entered_by) REFERENCES public.person(id);


--
-- Name: sales_order fk_sales_order_payer_id_customer; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sales_order
    ADD CONSTRAINT fk_sales_order_payer_id_customer FOREIGN KEY (payer_id) REFERENCES public.customer(id);


--
-- Name: sales_order fk_sales_order_salesperson_id_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sales_order
    ADD CONSTRAINT fk_sales_order_salesperson_id_person FOREIGN KEY (salesperson_id) REFERENCES public.person(id);


--
-- Name: sales_order fk_sales_order_site_id_site; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sales_order
    ADD CONSTRAINT fk_sales_order_site_id_site FOREIGN KEY (site_id) REFERENCES public.site(id);


--
-- Name: schedule_line fk_schedule_line_order_line_id_order_line; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schedule_line
    ADD CONSTRAINT fk_schedule_line_order_line_id_order_line FOREIGN KEY (order_line_id) REFERENCES public.order_line(id) ON DELETE CASCADE;


--
-- Name: schedule_line fk_schedule_line_site_id_site; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schedule_line
    ADD CONSTRAINT fk_schedule_line_site_id_site FOREIGN KEY (site_id) REFERENCES public.site(id);


--
-- Name: stock_level fk_stock_level_item_id_item; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stock_level
    ADD CONSTRAINT fk_stock_level_item_id_item FOREIGN KEY (item_id) REFERENCES public.item(id);


--
-- Name: stock_level fk_stock_level_site_id_site; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stock_level
    ADD CONSTRAINT fk_stock_level_site_id_site FOREIGN KEY (site_id) REFERENCES public.site(id);


--
-- Name: stock_movement fk_stock_movement_item_id_item; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stock_movement
    ADD CONSTRAINT fk_stock_movement_item_id_item FOREIGN KEY (item_id) REFERENCES public.item(id);


--
-- Name: stock_movement fk_stock_movement_site_id_site; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stock_movement
    ADD CONSTRAINT fk_stock_movement_site_id_site FOREIGN KEY (site_id) REFERENCES public.site(id);


--
-- Name: tier_change fk_tier_change_asked_by_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tier_change
    ADD CONSTRAINT fk_tier_change_asked_by_person FOREIGN KEY (asked_by) REFERENCES public.person(id);


--
-- Name: tier_change fk_tier_change_customer_id_customer; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tier_change
    ADD CONSTRAINT fk_tier_change_customer_id_customer FOREIGN KEY (customer_id) REFERENCES public.customer(id);


--
-- PostgreSQL database dump complete
--


